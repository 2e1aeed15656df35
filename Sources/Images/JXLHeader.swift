/// JPEG XL: boxes (ISO/IEC 18181-2) around a codestream (18181-1), or that alone.
enum JXLHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    if bytes.starts(with: [0xFF]) {
      readCodestream(bytes, &facts)
      facts.isComplete = facts.width != nil
      return facts
    }
    var boxes = ISOBoxes(bytes)
    while let box = boxes.next() {
      switch box.name {
      case "jxlc":
        readCodestream(box.content, &facts)
        facts.isComplete = box.isWhole
      case "jxlp": readPart(box, &facts)
      default: break
      }
    }
    return facts
  }

  /// A part of a codestream begins with its number, whose highest bit says that it is the last.
  private static func readPart(_ box: borrowing ISOBox, _ facts: inout ImageFacts) {
    var cursor = ByteCursor(box.content, .bigEndian)
    guard let number = cursor.uint32() else { return }
    if number & 0x7FFF_FFFF == 0 {
      readCodestream(box.content.extracting(cursor.offset...), &facts)
    }
    if number >> 31 == 1 { facts.isComplete = box.isWhole }
  }

  /// Behind its two bytes of signature: the size, then the orientation.
  private static func readCodestream(_ bytes: Span<UInt8>, _ facts: inout ImageFacts) {
    guard bytes.starts(with: [0xFF, 0x0A]) else { return }
    var bits = BitReader(bytes, from: 2)
    guard let size = JXLSize(&bits) else { return }
    facts.setSize(size.width, size.height)
    facts.orientation = orientation(&bits)
  }

  /// ISO/IEC 18181-1 section D.3: `all_default`, `extra_fields`, three bits.
  private static func orientation(_ bits: inout BitReader) -> Int? {
    guard bits.take(1) == 0, bits.take(1) == 1 else { return nil }
    return bits.take(3).map { $0 + 1 }
  }
}
