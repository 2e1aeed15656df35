/// A value of unknown kind that others are less or greater than: as a number where both are
/// one, as a date where both are one, else by the bytes.
struct OrderedBound {
  private let comparison: Comparison
  private let bytes: [UInt8]
  private let number: Double?
  private let date: DateInterval?

  init(_ comparison: Comparison, _ value: String) {
    self.comparison = comparison
    bytes = Array(value.utf8)
    number = DecimalNumber.parse(value)
    date = DateInterval(value)
  }

  func holds(for text: borrowing Span<UInt8>) -> Bool {
    if let number, let value = DecimalNumber.parse(text) {
      return comparison.holds(value < number ? -1 : value > number ? 1 : 0)
    }
    if let date, let value = DateInterval(text.extracting(...)) {
      return value.holds(comparison, date)
    }
    return number == nil && date == nil && comparison.holds(order(of: text))
  }

  private func order(of text: borrowing Span<UInt8>) -> Int {
    for index in 0..<min(text.count, bytes.count) where text[index] != bytes[index] {
      return text[index] < bytes[index] ? -1 : 1
    }
    return text.count - bytes.count
  }
}

extension Comparison {
  /// Whether it holds for a value that is less (below 0), equal or greater (above 0).
  func holds(_ order: Int) -> Bool {
    switch self {
    case .lessThan: order < 0
    case .lessThanOrEquals: order <= 0
    case .greaterThan: order > 0
    case .greaterThanOrEquals: order >= 0
    }
  }
}
