/// JPEG 2000: boxes (ISO/IEC 15444-1 annex I) around a codestream (annex A), or that alone.
enum JP2Header {
  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    if bytes.starts(with: [0xFF]) {
      readCodestream(bytes, &facts)
      return facts
    }
    var boxes = ISOBoxes(bytes)
    while let box = boxes.next() {
      switch box.name {
      case "jp2h": readSize(in: box.content, &facts)
      case "jp2c": facts.isComplete = box.isWhole && endsInside(box.content)
      default: break
      }
    }
    return facts
  }

  /// Height before width, as `ihdr` has it.
  private static func readSize(in header: Span<UInt8>, _ facts: inout ImageFacts) {
    guard let box = ISOBoxes.first("ihdr", in: header) else { return }
    var cursor = ByteCursor(box, .bigEndian)
    let height = cursor.uint32()
    facts.setSize(cursor.uint32(), height)
  }

  /// The size is that of the reference grid without what lies left of and above the image.
  private static func readCodestream(_ bytes: Span<UInt8>, _ facts: inout ImageFacts) {
    var cursor = ByteCursor(bytes, .bigEndian)
    cursor.skip(8)
    guard let right = cursor.uint32(), let bottom = cursor.uint32(), let left = cursor.uint32(),
      let top = cursor.uint32()
    else { return }
    facts.setSize(right - left, bottom - top)
    facts.isComplete = endsInside(bytes)
  }

  /// EOC has the same two bytes as the end of a JPEG file, and nothing coded has them.
  private static func endsInside(_ codestream: Span<UInt8>) -> Bool {
    JPEGHeader.hasEndMarker(codestream, after: 0)
  }
}
