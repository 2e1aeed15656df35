/// Text whose case does not matter.
enum LetterCase {
  /// Whether all bytes are ASCII.
  static func isASCII(_ text: borrowing Span<UInt8>) -> Bool {
    var all: UInt8 = 0
    for index in text.indices { all |= text[index] }
    return all < 0x80
  }

  /// A letter of ASCII in lower case; any other byte as it is.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// The text in lower case.
  static func fold(_ text: borrowing Span<UInt8>) -> [UInt8] {
    if isASCII(text) { return text.indices.map { fold(text[$0]) } }
    return unsafe text.withUnsafeBufferPointer { bytes in
      Array(unsafe String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }
  }

  /// Calls `body` with the text as it is compared: in lower case unless case matters.
  static func withComparable<Result>(
    _ text: borrowing Span<UInt8>, matchesCase: Bool, _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result {
    if matchesCase { return body(text) }
    let folded = fold(text)
    return body(folded.span)
  }
}
