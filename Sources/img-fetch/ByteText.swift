import Records

/// A text that is equal to another only byte by byte.
///
/// To `String` the two spellings of an accented letter are equal; to hosts and file systems
/// they are not.
struct ByteText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (one: ByteText, other: ByteText) -> Bool {
    let (one, other) = (one.text.utf8.span, other.text.utf8.span)
    return one.count == other.count && one.indices.allSatisfy { one[$0] == other[$0] }
  }

  /// The keyed hash of the bytes, the same in every run.
  var sipHash: UInt64 {
    var hash = SipHash(k0: 0)
    for byte in text.utf8 { hash.append(byte) }
    return hash.finish()
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
