/// Strings of JSON (RFC 8259 section 7).
public enum JSONString {
  /// A text in quotes, with the escapes that JSON demands and no others.
  public static func bytes(of text: String) -> [UInt8] {
    var bytes = [UInt8]()
    append(text.utf8, to: &bytes)
    return bytes
  }

  /// Appends UTF-8 in quotes, with the escapes that JSON demands and no others.
  public static func append(_ characters: some Collection<UInt8>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    if characters.contains(where: needsEscape) {
      for byte in characters { append(byte, to: &text) }
    } else {
      text.append(contentsOf: characters)
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      text.append(UInt8(ascii: "\\"))
      text.append(byte)
    case 0x0A: text.append(contentsOf: "\\n".utf8)
    case 0x0D: text.append(contentsOf: "\\r".utf8)
    case 0x09: text.append(contentsOf: "\\t".utf8)
    case 0..<0x20: appendUnicode(byte, to: &text)
    default: text.append(byte)
    }
  }

  private static func appendUnicode(_ byte: UInt8, to text: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    text.append(contentsOf: "\\u00".utf8)
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
}
