/// The text of a URL before it is taken apart, as browsers read it
/// (https://url.spec.whatwg.org, basic URL parser).
enum URLText {
  /// Where the text stands between blanks and control characters.
  static func trimmed(_ bytes: borrowing Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// The text without tabs and line ends, and with slashes for the backslashes before a query;
  /// `nil` where it has none of these.
  static func cleaned(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    guard range.contains(where: { isBreak(bytes[$0]) || bytes[$0] == UInt8(ascii: "\\") }) else {
      return nil
    }
    var text = [UInt8]()
    var isInPath = true
    for index in range where !isBreak(bytes[index]) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isInPath = false }
      text.append(isInPath && byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : byte)
    }
    return text
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
