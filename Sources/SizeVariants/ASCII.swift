/// Classes of bytes, and of texts in which there are no others.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x61...0x66 ~= byte | 0x20
  }

  /// Whether there are bytes, all of this class.
  static func isAll(_ text: some StringProtocol, _ isOfClass: (UInt8) -> Bool) -> Bool {
    !text.utf8.isEmpty && text.utf8.allSatisfy(isOfClass)
  }

  /// A number of pixels: decimal digits, and no sign.
  static func number(_ text: some StringProtocol) -> Int? {
    isAll(text, isDigit) && text.utf8.count <= 9 ? Int(text) : nil
  }
}
