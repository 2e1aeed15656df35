/// A text that is equal to another only byte by byte.
///
/// To `String` the two spellings of an accented letter are equal; to hosts and file systems
/// they are not.
public struct ByteText: Hashable, Sendable {
  /// The text itself.
  public let text: String

  /// These bytes, whatever letters they are.
  public init(_ text: String) { self.text = text }

  /// Whether both are the same bytes.
  public static func == (one: ByteText, other: ByteText) -> Bool {
    let (one, other) = (one.text.utf8.span, other.text.utf8.span)
    return one.count == other.count && one.indices.allSatisfy { one[$0] == other[$0] }
  }

  /// The keyed hash of the bytes, the same in every run.
  public var sipHash: UInt64 {
    var hash = SipHash(k0: 0)
    for byte in text.utf8 { hash.append(byte) }
    return hash.finish()
  }

  /// Takes the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
