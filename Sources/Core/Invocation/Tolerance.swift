public import ArgumentParser

/// How many failed records a run may have and still be a success: a number, or a share of
/// all records in per cent.
public enum Tolerance: ExpressibleByArgument, Equatable, Sendable {
  /// At most so many.
  case count(Int)
  /// At most so many of a hundred.
  case percent(Double)

  /// Reads `12` or `0.5%`; `nil` for anything else.
  public init?(argument: String) {
    if argument.last == "%" {
      guard let share = Double(argument.dropLast()), 0...100 ~= share else { return nil }
      self = .percent(share)
    } else {
      guard let count = Int(argument), count >= 0 else { return nil }
      self = .count(count)
    }
  }

  /// Whether so many failures of so many records are tolerated.
  public func covers(_ failures: Int, of records: Int) -> Bool {
    switch self {
    case .count(let limit): failures <= limit
    case .percent(let share): Double(failures) * 100 <= share * Double(records)
    }
  }
}
