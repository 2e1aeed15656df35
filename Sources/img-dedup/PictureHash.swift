/// What makes a picture the same as another: the first 128 bits of the SHA-256 of its file, or
/// of its pixels.
///
/// Among a thousand million pictures two differing ones share them once in 10²⁰ such sets.
struct PictureHash: Hashable {
  private let high: UInt64
  private let low: UInt64

  /// Reads the 64 hexadecimal digits of a SHA-256; `nil` for anything else.
  init?(sha256 digits: borrowing Span<UInt8>) {
    guard digits.count == 64 else { return nil }
    var areDigits = true
    for index in digits.indices { areDigits = Self.isDigit(digits[index]) && areDigits }
    guard areDigits else { return nil }
    self.init(digits)
  }

  /// Reads 32 hexadecimal digits; `nil` for anything else.
  init?(prefix digits: String) {
    let digits = Array(digits.utf8)
    guard digits.count == 32, digits.allSatisfy(Self.isDigit) else { return nil }
    self.init(digits.span)
  }

  /// Takes the first 32 digits, which are known to be there.
  init(_ digits: borrowing Span<UInt8>) {
    var words = (high: UInt64(0), low: UInt64(0))
    for index in 0..<16 { words.high = words.high << 4 | Self.value(of: digits[index]) }
    for index in 16..<32 { words.low = words.low << 4 | Self.value(of: digits[index]) }
    (high, low) = words
  }

  /// The 32 hexadecimal digits.
  var digits: [UInt8] {
    let words = [high, low]
    return (0..<32).map { index in
      let digit = UInt8(truncatingIfNeeded: words[index / 16] >> UInt64(60 - index % 16 * 4)) & 15
      return digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
  }

  /// The first eight bits.
  var firstByte: Int { Int(high >> 56) }

  // Digits come at random: branches on them would be guessed wrong half of the time.

  private static func isDigit(_ digit: UInt8) -> Bool {
    let (decimal, letter) = (digit &- UInt8(ascii: "0"), (digit | 0x20) &- UInt8(ascii: "a"))
    return (decimal < 10) != (letter < 6)
  }

  /// The letters have a bit that the others lack, and begin at 1 in their lower four.
  private static func value(of digit: UInt8) -> UInt64 {
    UInt64(digit & 15 &+ digit >> 6 &* 9)
  }
}
