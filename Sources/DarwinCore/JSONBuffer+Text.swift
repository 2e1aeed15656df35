extension JSONBuffer {
  /// What bytes of UTF-8 can become at most: `\u00XX` of one, or U+FFFD (3 bytes) of one.
  static let largestExpansion = 6

  /// Appends text of a string of JSON, escaped where it must be (RFC 8259 section 7).
  ///
  /// What is no UTF-8 becomes U+FFFD and is counted. There must be room for the largest
  /// expansion.
  /// Of two `doubled` bytes in a row one is passed over: the quote in a quoted cell.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>, doubled: UInt8? = nil) {
    var offset = 0
    while offset < text.count {
      let byte = unsafe text[offset]
      if byte == doubled, offset + 1 < text.count, unsafe text[offset + 1] == byte {
        offset += 1
      }
      if byte < 0x80 {
        append(ascii: byte)
        offset += 1
      } else {
        unsafe offset += append(wide: UnsafeBufferPointer(rebasing: text[offset...]))
      }
    }
  }

  @inline(__always)
  private mutating func append(ascii byte: UInt8) {
    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { return append(byte) }
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default: append(unicode: byte)
    }
  }

  private mutating func append(unicode byte: UInt8) {
    append(UInt8(ascii: "u"))
    append(UInt8(ascii: "0"))
    append(UInt8(ascii: "0"))
    append(Self.digit(byte >> 4))
    append(Self.digit(byte & 15))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Appends the character that begins `text`, and says how many bytes it took.
  @inline(__always)
  private mutating func append(wide text: UnsafeBufferPointer<UInt8>) -> Int {
    let length = unsafe UTF8Sequence.length(of: text)
    guard length > 0 else {
      appendReplacement()
      return -length
    }
    for offset in 0..<length { unsafe append(text[offset]) }
    return length
  }

  private mutating func appendReplacement() {
    append(0xEF)
    append(0xBF)
    append(0xBD)
    replacements += 1
  }
}

/// The sequences of UTF-8 (Unicode 15, table 3-7).
enum UTF8Sequence {
  /// How many bytes the character takes that begins `text` with a byte from 0x80 up.
  ///
  /// Where there is none it is negative: how many bytes one U+FFFD stands for, the longest
  /// part of a character that could have been (Unicode 15, section 3.9).
  @inline(__always)
  static func length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = unsafe text[0]
    var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return -1
    }
    for offset in 1..<length {
      guard offset < text.count, unsafe low...high ~= text[offset] else { return -offset }
      (low, high) = (0x80, 0xBF)
    }
    return length
  }
}
