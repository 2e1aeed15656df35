/// A URL of http or https that is canonical already behind its scheme, as most are: seen in
/// one pass over the bytes.
struct PlainURL {
  let isSecure: Bool
  let host: Range<Int>

  /// Looks at the whole text; `nil` where anything in it may need a closer look.
  init?(_ text: borrowing Span<UInt8>) {
    guard let start = Self.endOfScheme(text) else { return nil }
    isSecure = start == 8
    let hostBytes = ByteSet.plainHost
    var index = start
    while index < text.count, hostBytes.contains(text[index]) { index += 1 }
    host = start..<index
    guard !host.isEmpty, index < text.count, text[index] == UInt8(ascii: "/") else { return nil }
    let plain = ByteSet.plain
    var before = UInt8(ascii: "/")
    while index < text.count {
      let byte = text[index]
      // `/.` may begin a dot segment.
      guard plain.contains(byte), byte != UInt8(ascii: ".") || before != UInt8(ascii: "/") else {
        return nil
      }
      before = byte
      index += 1
    }
  }

  /// Where the slashes behind `http:` or `https:` end.
  private static func endOfScheme(_ text: borrowing Span<UInt8>) -> Int? {
    guard text.count > 8, text[0] == 0x68, text[1] == 0x74, text[2] == 0x74, text[3] == 0x70
    else { return nil }
    let colon = text[4] == 0x73 ? 5 : 4
    guard text[colon] == UInt8(ascii: ":"), text[colon + 1] == UInt8(ascii: "/"),
      text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    return colon + 3
  }
}
