/// Texts of JSON (RFC 8259) that lie over several lines.
public enum JSONText {
  /// The text without the blanks between its tokens; strings and numbers keep their bytes.
  /// - Precondition: the text is known to be right.
  public static func compact(_ text: [UInt8]) -> [UInt8] {
    var result = [UInt8]()
    result.reserveCapacity(text.count)
    var (isInString, isEscaped) = (false, false)
    for byte in text {
      if !isInString, byte <= 0x20 { continue }
      result.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      } else {
        isEscaped = isInString && byte == UInt8(ascii: "\\")
      }
    }
    return result
  }

  /// Where in a text a byte stands, by its offset: line and column, counted from 1.
  public static func place(of offset: Int, in text: [UInt8]) -> (line: Int, column: Int) {
    let before = text.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, before.count - start + 1)
  }
}
