internal import Records

/// A value that fields are compared with: as numbers where it is one, else by their bytes,
/// which is right for dates as ISO 8601 writes them.
struct Bound {
  private let comparison: Comparison
  private let bytes: [UInt8]
  private let number: Double?

  init(_ comparison: Comparison, _ value: String) {
    self.comparison = comparison
    bytes = Array(value.utf8)
    number = Number.parse(value)
  }

  func holds(for text: borrowing Text) -> Bool {
    guard let number else { return text.withBytes { holds(order(of: $0)) } }
    guard let value = Number.parse(text) else { return false }
    return holds(value < number ? -1 : value > number ? 1 : 0)
  }

  private func holds(_ order: Int) -> Bool {
    switch comparison {
    case .equals: order == 0
    case .lessThan: order < 0
    case .lessThanOrEquals: order <= 0
    case .greaterThan: order > 0
    case .greaterThanOrEquals: order >= 0
    }
  }

  private func order(of text: borrowing Span<UInt8>) -> Int {
    for index in 0..<min(text.count, bytes.count) where text[index] != bytes[index] {
      return text[index] < bytes[index] ? -1 : 1
    }
    return text.count - bytes.count
  }
}

/// Numbers in cells.
enum Number {
  /// The number that the whole text is; `nil` where it is none.
  static func parse(_ text: borrowing Text) -> Double? {
    text.withBytes(integer) ?? parse(text.string)
  }

  /// The number in decimal digits that the whole text is; `nil` where it is none.
  static func parse(_ text: String) -> Double? {
    // Swift also reads `nan`, `inf` and hexadecimal digits.
    text.utf8.allSatisfy(isNumeric) ? Double(text) : nil
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// The common case: up to 15 digits and nothing else.
  private static func integer(_ text: borrowing Span<UInt8>) -> Double? {
    guard 1...15 ~= text.count else { return nil }
    var value = 0
    for index in text.indices {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return Double(value)
  }
}
