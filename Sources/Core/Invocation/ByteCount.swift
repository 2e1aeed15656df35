public import ArgumentParser

/// A number of bytes as people write it: `4096`, `512K`, `64M`, `2G`, `1T` (powers of 1024).
public struct ByteCount: ExpressibleByArgument, Sendable, CustomStringConvertible {
  /// The number of bytes, not negative.
  public let bytes: Int

  private static let units: [(letter: Character, shift: Int)] = [
    ("K", 10), ("M", 20), ("G", 30), ("T", 40),
  ]

  /// A number of bytes.
  public init(_ bytes: Int) { self.bytes = bytes }

  /// Reads digits and at most one letter; `nil` for anything else and for what is too large.
  public init?(argument: String) {
    let unit = Self.units.first { argument.uppercased().hasSuffix(String($0.letter)) }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard let number = Int(digits), number >= 0, !digits.hasPrefix("+") else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << (unit?.shift ?? 0))
    guard !overflow else { return nil }
    self.bytes = bytes
  }

  /// With the largest unit that divides it.
  public var description: String {
    let unit = Self.units.last { bytes > 0 && bytes % (1 << $0.shift) == 0 }
    return unit.map { "\(bytes >> $0.shift)\($0.letter)" } ?? String(bytes)
  }
}
