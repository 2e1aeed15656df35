/// WebP (RFC 9649): chunks in a RIFF container.
enum WebPHeader {
  static func isSigned(_ bytes: Span<UInt8>) -> Bool {
    var cursor = ByteCursor(bytes, .littleEndian)
    guard cursor.fourCC() == "RIFF", cursor.skip(4) else { return false }
    return cursor.fourCC() == "WEBP"
  }

  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    var cursor = ByteCursor(bytes, .littleEndian)
    cursor.skip(4)
    guard let length = cursor.uint32(), cursor.skip(4) else { return facts }
    var hasImage = false
    while let name = cursor.fourCC(), let length = cursor.uint32() {
      let start = cursor.offset
      readSize(in: cursor, name, &facts)
      guard let data = cursor.take(length) else { break }
      if name == "EXIF" { facts.orientation = Exif.orientation(ofBlock: data) }
      hasImage = hasImage || ["VP8 ", "VP8L", "ANMF"].contains(name)
      // Chunks of odd length are followed by a byte.
      cursor.seek(to: start + length + length & 1)
    }
    facts.isComplete = hasImage && bytes.count >= 8 + length
    return facts
  }

  /// The first chunk tells the size, so that it is known of a cut file, too.
  private static func readSize(in cursor: ByteCursor, _ name: FourCC, _ facts: inout ImageFacts) {
    guard facts.width == nil else { return }
    var cursor = copy cursor
    switch name {
    case "VP8X": readCanvas(&cursor, &facts)
    case "VP8 ": readLossy(&cursor, &facts)
    case "VP8L": readLossless(&cursor, &facts)
    default: break
    }
  }

  /// RFC 9649 section 2.7.1: flags, then 24 bits each.
  private static func readCanvas(_ cursor: inout ByteCursor, _ facts: inout ImageFacts) {
    guard cursor.skip(4), let width = cursor.number(3), let height = cursor.number(3) else {
      return
    }
    facts.setSize(width + 1, height + 1)
  }

  /// RFC 6386 section 9.1: a frame tag and a start code of three bytes each, then 14 bits.
  private static func readLossy(_ cursor: inout ByteCursor, _ facts: inout ImageFacts) {
    guard cursor.skip(3), cursor.number(3) == 0x2A019D else { return }
    guard let width = cursor.uint16(), let height = cursor.uint16() else { return }
    facts.setSize(width & 0x3FFF, height & 0x3FFF)
  }

  /// RFC 9649 section 3.4: one byte of signature, then 14 bits each.
  private static func readLossless(_ cursor: inout ByteCursor, _ facts: inout ImageFacts) {
    guard cursor.uint8() == 0x2F, let bits = cursor.uint32() else { return }
    facts.setSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
  }
}
