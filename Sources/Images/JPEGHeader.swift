/// JPEG (ISO/IEC 10918-1 annex B): markers up to the first scan, then its end from the back.
enum JPEGHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    let scan = forEachSegment(of: bytes) { marker, segment in read(segment, of: marker, &facts) }
    if let scan { facts.isComplete = hasEndMarker(bytes, after: scan) }
    return facts
  }

  /// Lends the segments before the first scan; gives where that begins, behind its marker.
  @discardableResult
  static func forEachSegment(
    of bytes: Span<UInt8>, _ take: (_ marker: Int, _ segment: Span<UInt8>) -> Void
  ) -> Int? {
    var cursor = ByteCursor(bytes, .bigEndian)
    cursor.skip(2)
    while let marker = nextMarker(&cursor) {
      switch marker {
      case startOfScan: return cursor.offset
      case endOfImage: return nil
      case 0x01, 0xD0...0xD8: continue
      default: break
      }
      guard let segment = segment(&cursor) else { return nil }
      take(marker, segment)
    }
    return nil
  }

  private static let startOfScan = 0xDA
  private static let endOfImage = 0xD9

  /// As libjpeg does, it passes over what stands between two segments, and over fill bytes.
  private static func nextMarker(_ cursor: inout ByteCursor) -> Int? {
    var previous = 0
    while let byte = cursor.uint8() {
      if previous == 0xFF, byte != 0xFF, byte != 0 { return byte }
      previous = byte
    }
    return nil
  }

  /// The segment's bytes behind its length.
  @_lifetime(copy cursor)
  private static func segment(_ cursor: inout ByteCursor) -> Span<UInt8>? {
    guard let length = cursor.uint16(), length >= 2 else { return nil }
    return cursor.take(length - 2)
  }

  private static func read(_ segment: Span<UInt8>, of marker: Int, _ facts: inout ImageFacts) {
    switch marker {
    // DHT, JPG and DAC stand among the frame headers.
    case 0xC4, 0xC8, 0xCC: break
    case 0xC0...0xCF: readFrame(segment, &facts)
    case 0xE1: facts.orientation = Exif.orientation(ofSegment: segment)
    default: break
    }
  }

  /// A height of 0 is told after the first scan only (DNL); it stays unknown here.
  private static func readFrame(_ segment: Span<UInt8>, _ facts: inout ImageFacts) {
    var cursor = ByteCursor(segment, .bigEndian)
    cursor.skip(1)
    let height = cursor.uint16()
    facts.setSize(cursor.uint16(), height)
  }

  /// Whether FF D9 stands behind `start`, looked for from the back.
  ///
  /// Inside coded data no FF is followed by it, so that where it stands an image ended. What
  /// follows (padding, a second picture, a film) is no concern of ours. JPEG 2000 ends alike.
  static func hasEndMarker(_ bytes: Span<UInt8>, after start: Int) -> Bool {
    var index = bytes.count - 1
    while index > start {
      if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
      index -= 1
    }
    return false
  }
}
