/// PNG (W3C, third edition, section 5): chunk after chunk, up to IEND.
enum PNGHeader {
  private static let signatureLength = 8

  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    var cursor = ByteCursor(bytes, .bigEndian)
    cursor.skip(signatureLength)
    while let length = cursor.uint32(), let name = cursor.fourCC(), name.isLetters {
      // Behind the data stand four bytes of CRC.
      guard let data = cursor.take(length), cursor.skip(4) else { break }
      switch name {
      case "IHDR": readSize(data, &facts)
      case "eXIf": facts.orientation = Exif.orientation(ofBlock: data)
      case "IEND":
        facts.isComplete = true
        return facts
      default: break
      }
    }
    return facts
  }

  private static func readSize(_ data: Span<UInt8>, _ facts: inout ImageFacts) {
    var cursor = ByteCursor(data, .bigEndian)
    let width = cursor.uint32()
    facts.setSize(width, cursor.uint32())
  }
}
