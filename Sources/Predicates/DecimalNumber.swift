internal import Records

/// Numbers in decimal digits.
enum DecimalNumber {
  /// The powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append(powers.last.map { $0 * 10 } ?? 1)
  }

  /// The number that the whole text is; `nil` where it is none.
  static func parse(_ text: String) -> Double? {
    // Swift also reads `nan`, `inf` and hexadecimal digits.
    text.utf8.allSatisfy(isNumeric) ? Double(text) : nil
  }

  /// The number that the whole text is, in ASCII; `nil` where it is none.
  static func parse(_ text: borrowing Span<UInt8>) -> Double? {
    if let number = exact(text) { return number }
    guard !text.isEmpty, text.indices.allSatisfy({ isNumeric(text[$0]) }) else { return nil }
    return unsafe text.withUnsafeBufferPointer {
      Double(unsafe String(decoding: $0, as: UTF8.self))
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// The common case, up to 15 digits with a point among them: such a whole number and such a
  /// power of ten are exact, and their quotient is rounded once, as it should be.
  private static func exact(_ text: borrowing Span<UInt8>) -> Double? {
    var index = 0
    let isNegative = text.count > 1 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard 1...16 ~= text.count - index else { return nil }
    var (value, digits, decimals) = (0, 0, -1)
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit < 10 {
        value = value * 10 + Int(digit)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else {
        guard text[index] == UInt8(ascii: "."), decimals < 0, digits > 0 else { return nil }
        decimals = 0
      }
      index += 1
    }
    // `5.` is for the careful reader to judge.
    guard 1...15 ~= digits, decimals != 0 else { return nil }
    let number = decimals > 0 ? Double(value) / powers[decimals] : Double(value)
    return isNegative ? -number : number
  }
}
