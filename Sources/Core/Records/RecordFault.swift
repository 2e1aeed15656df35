/// What is wrong with a line that should be a record.
public struct RecordFault: Error, Equatable, CustomStringConvertible {
  /// The byte in the line where it shows, counted from 1.
  public let column: Int
  /// Why, in lower case and without a full stop.
  public let reason: String

  /// The reason; the place is told by whoever knows the file and the line.
  public var description: String { reason }

  init(at offset: Int, _ reason: String) {
    column = offset + 1
    self.reason = reason
  }
}
