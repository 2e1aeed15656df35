/// AVIF and HEIC: pictures in the boxes of HEIF (ISO/IEC 23008-12).
enum HEIFHeader {
  /// Which of the two it is, by the brands of its first box; `nil` for other kinds of film
  /// and picture.
  static func kind(of bytes: Span<UInt8>) -> ImageKind? {
    var boxes = ISOBoxes(bytes)
    guard let box = boxes.next(), box.name == "ftyp" else { return nil }
    var cursor = ByteCursor(box.content, .bigEndian)
    var kind: ImageKind?
    while let brand = cursor.fourCC() {
      switch brand {
      case "avif", "avis": return .avif
      case "heic", "heix", "heim", "heis", "hevc", "hevx": kind = .heic
      default: break
      }
    }
    return kind
  }

  static func read(_ bytes: Span<UInt8>) -> ImageFacts {
    var facts = ImageFacts()
    var (isCut, hasData) = (false, false)
    var areItemsThere: Bool?
    var boxes = ISOBoxes(bytes)
    while let box = boxes.next() {
      isCut = isCut || !box.isWhole
      if box.name == "mdat" { hasData = true }
      guard box.name == "meta", let meta = HEIFMeta(box.content) else { continue }
      meta.readProperties(&facts)
      hasData = hasData || meta.hasData
      areItemsThere = meta.itemsEnd(within: bytes.count).map { $0 && box.isWhole }
    }
    // What is no item (a film, a maker's box) is no part of the picture.
    facts.isComplete = hasData && areItemsThere ?? !isCut
    return facts
  }
}
