/// One escape of a JSON string (RFC 8259 section 7).
struct Escape {
  /// How many bytes it takes, its backslash among them: 2 or 6.
  let length: Int
  /// The UTF-16 code unit that it stands for.
  let unit: UInt16

  /// Reads the escape whose backslash is the first byte; `nil` where it is none.
  /// - Precondition: six bytes may be read.
  @inline(__always)
  init?(at start: UnsafePointer<UInt8>) {
    let letter = unsafe start[1]
    if letter == UInt8(ascii: "u") {
      var unit: UInt16 = 0
      for index in 2..<6 {
        guard let digit = unsafe Self.digit(start[index]) else { return nil }
        unit = unit << 4 | UInt16(digit)
      }
      (length, self.unit) = (6, unit)
    } else {
      guard let unit = Self.meaning(of: letter) else { return nil }
      (length, self.unit) = (2, UInt16(unit))
    }
  }

  /// Reads the escape whose backslash stands at `offset`.
  init?(in bytes: borrowing Span<UInt8>, at offset: Int) {
    let available = min(6, bytes.count - offset)
    var copy = InlineArray<6, UInt8>(repeating: 0)
    for index in 0..<available { copy[index] = bytes[offset + index] }
    let span = copy.span
    let escape = unsafe span.withUnsafeBufferPointer { copy in
      unsafe copy.baseAddress.flatMap { unsafe Escape(at: $0) }
    }
    guard let escape else { return nil }
    self = escape
  }

  private static func meaning(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
