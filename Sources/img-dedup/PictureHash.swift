import Records

/// What makes a file the same as another: the first 128 bits of its SHA-256.
///
/// Among a thousand million pictures two differing ones share them once in 10²⁰ such sets.
struct PictureHash: Hashable {
  private let high: UInt64
  private let low: UInt64

  /// Reads the 64 hexadecimal digits of a SHA-256; `nil` for anything else.
  init?(_ digits: borrowing Span<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
    for index in digits.indices {
      guard let digit = Character(Unicode.Scalar(digits[index])).hexDigitValue else { return nil }
      words[index / 16] = words[index / 16] << 4 | UInt64(digit)
    }
    (high, low) = (words[0], words[1])
  }

  /// Takes the two halves as `words` gives them.
  init(_ words: (UInt64, UInt64)) { (high, low) = words }

  /// The two halves.
  var words: (UInt64, UInt64) { (high, low) }
}
