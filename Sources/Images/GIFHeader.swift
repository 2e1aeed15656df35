/// GIF (CompuServe, GIF89a): the logical screen, then block after block up to the trailer.
enum GIFHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    var cursor = ByteCursor(bytes, .littleEndian)
    cursor.skip(6)
    let width = cursor.uint16()
    facts.setSize(width, cursor.uint16())
    guard let packed = cursor.uint8(), cursor.skip(2), skipColorTable(packed, &cursor) else {
      return facts
    }
    facts.isComplete = reachesTrailer(&cursor)
    return facts
  }

  private static func reachesTrailer(_ cursor: inout ByteCursor) -> Bool {
    while let introducer = cursor.uint8() {
      switch introducer {
      case 0x3B: return true
      case 0x21:
        guard cursor.skip(1), skipSubBlocks(&cursor) else { return false }
      case 0x2C:
        guard skipImage(&cursor) else { return false }
      // Some writers end an image with one terminator too many.
      case 0x00: break
      default: return false
      }
    }
    return false
  }

  /// Place and size, the table of colours, the code size, the coded data.
  private static func skipImage(_ cursor: inout ByteCursor) -> Bool {
    guard cursor.skip(8), let packed = cursor.uint8() else { return false }
    return skipColorTable(packed, &cursor) && cursor.skip(1) && skipSubBlocks(&cursor)
  }

  private static func skipColorTable(_ packed: Int, _ cursor: inout ByteCursor) -> Bool {
    packed & 0x80 == 0 || cursor.skip(3 << (packed & 7 + 1))
  }

  private static func skipSubBlocks(_ cursor: inout ByteCursor) -> Bool {
    while let length = cursor.uint8(), cursor.skip(length) {
      if length == 0 { return true }
    }
    return false
  }
}
