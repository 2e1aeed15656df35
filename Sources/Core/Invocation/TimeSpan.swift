public import ArgumentParser

/// A length of time as people write it: `30`, `0.5s`, `5m`, `2h`, `1d`; without a letter,
/// seconds.
public struct TimeSpan: ExpressibleByArgument, Sendable, CustomStringConvertible {
  /// The length, not negative.
  public let duration: Duration

  private static let units: [(letter: Character, seconds: Double)] = [
    ("s", 1), ("m", 60), ("h", 3600), ("d", 86400),
  ]
  /// A century; more is a slip of the pen.
  private static let longest = 3.2e9

  /// A length of so many seconds.
  public init(seconds: Int) { duration = .seconds(seconds) }

  /// A length of time.
  public init(_ duration: Duration) { self.duration = duration }

  /// Reads digits, perhaps with a fraction, and at most one letter; `nil` for anything else.
  public init?(argument: String) {
    let unit = Self.units.first { $0.letter == argument.last }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard digits.first?.isNumber ?? false, digits.allSatisfy({ "0"..."9" ~= $0 || $0 == "." }),
      let number = Double(digits)
    else { return nil }
    let seconds = number * (unit?.seconds ?? 1)
    guard seconds <= Self.longest else { return nil }
    duration = .seconds(seconds)
  }

  /// The length in whole seconds, at least one.
  public var wholeSeconds: Int { max(1, Int((duration / .seconds(1)).rounded())) }

  /// The length in whole seconds, for people.
  public var rounded: TimeSpan { TimeSpan(seconds: wholeSeconds) }

  /// In the largest unit that gives a whole number, `90s` or `2h`; fractions in seconds.
  public var description: String {
    let seconds = duration / .seconds(1)
    let unit = Self.units.last { seconds > 0 && seconds.remainder(dividingBy: $0.seconds) == 0 }
    guard let unit else { return "\(seconds)s" }
    return "\(Int(seconds / unit.seconds))\(unit.letter)"
  }
}
