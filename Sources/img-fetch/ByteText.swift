import Records

/// A text that is equal to another only byte by byte.
///
/// To `String` the two spellings of an accented letter are equal; to hosts and file systems
/// they are not.
struct ByteText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ByteText, b: ByteText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

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
