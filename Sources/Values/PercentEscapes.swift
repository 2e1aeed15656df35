/// Percent-escapes (RFC 3986 section 2.1).
enum PercentEscapes {
  /// The byte that the escape at `index` stands for; `nil` where none stands there.
  @inline(__always)
  static func byte(
    _ bytes: borrowing Span<UInt8>, at index: Int, before end: Int
  ) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < end,
      let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// The bytes in `range`, all escapes decoded.
  static func decoded(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var decoded = [UInt8]()
    var index = range.lowerBound
    while index < range.upperBound {
      let escaped = byte(bytes, at: index, before: range.upperBound)
      decoded.append(escaped ?? bytes[index])
      index += escaped == nil ? 1 : 3
    }
    return decoded
  }

  /// Appends the bytes in `range` in their canonical form: unreserved characters decoded,
  /// escapes with capital digits, and what is not in `allowed` escaped.
  static func append(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, allowed: ByteSet, to output: inout [UInt8]
  ) {
    let unreserved = ByteSet.unreserved
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if allowed.contains(byte) {
        output.append(byte)
        index += 1
      } else if let escaped = Self.byte(bytes, at: index, before: range.upperBound) {
        if unreserved.contains(escaped) {
          output.append(escaped)
        } else {
          append(escaped, to: &output)
        }
        index += 3
      } else {
        append(byte, to: &output)
        index += 1
      }
    }
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(capital(byte >> 4))
    output.append(capital(byte & 15))
  }

  private static func capital(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}
