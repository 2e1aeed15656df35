/// A record that came in and has not left.
public struct Arrival {
  /// How many came before it.
  public let number: Int
  /// Its line.
  public let line: [UInt8]

  /// A record of this line, behind so many others.
  public init(number: Int, line: [UInt8]) {
    self.number = number
    self.line = line
  }
}
