/// Reads digits of ASCII in turn.
struct DigitReader: ~Escapable {
  private let text: Span<UInt8>
  private var offset = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  var isAtEnd: Bool { offset == text.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// A number of just so many digits.
  mutating func number(of count: Int) -> Int? {
    guard text.count - offset >= count else { return nil }
    var number = 0
    for index in offset..<offset + count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    offset += count
    return number
  }

  /// The milliseconds of a fraction of a second; further digits are passed over.
  mutating func fraction() -> Int? {
    guard take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) else { return nil }
    var (milliseconds, unit) = (0, 100)
    while let digit = number(of: 1) {
      milliseconds += digit * unit
      unit /= 10
    }
    return milliseconds
  }

  /// `Z`, `+02:00`, `-0330` or nothing.
  mutating func skipOffset() -> Bool {
    if take(UInt8(ascii: "Z")) || isAtEnd { return true }
    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) else { return false }
    guard number(of: 2) != nil else { return false }
    _ = take(UInt8(ascii: ":"))
    return isAtEnd || number(of: 2) != nil
  }
}
