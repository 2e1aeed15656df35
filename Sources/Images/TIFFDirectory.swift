/// An entry of a directory: what it is of, and where its values stand.
struct TIFFEntry {
  /// The tags that are asked for (TIFF 6.0 section 8; tiles: section 15; JPEG: section 22).
  enum Tag: Int {
    case imageWidth = 256
    case imageLength = 257
    case stripOffsets = 273
    case orientation = 274
    case stripByteCounts = 279
    case tileOffsets = 324
    case tileByteCounts = 325
    case jpegInterchangeFormat = 513
    case jpegInterchangeFormatLength = 514
  }

  /// `nil` for all other tags.
  let tag: Tag?
  /// The bytes of one value; `nil` for a type that holds no whole numbers.
  let width: Int?
  /// How many values there are, or so it says.
  let count: Int
  /// Where the first value begins, from the start of the file.
  let offset: Int
}

/// Lends the entries of a directory one after the other.
struct TIFFDirectory: ~Escapable {
  private var cursor: ByteCursor
  private let isBig: Bool
  private var remaining: Int
  /// Whether all entries so far were there.
  private(set) var isWhole = true

  @_lifetime(copy structure)
  init(_ structure: TIFFStructure, at offset: Int) {
    cursor = ByteCursor(structure.bytes, structure.order)
    isBig = structure.isBig
    remaining = 0
    isWhole = cursor.seek(to: offset)
    guard isWhole, let count = isBig ? cursor.uint64() : cursor.uint16() else {
      isWhole = false
      return
    }
    remaining = count
  }

  /// The next entry, or `nil` at the end, be it the true one or that of the bytes.
  mutating func next() -> TIFFEntry? {
    guard isWhole, remaining > 0 else { return nil }
    remaining -= 1
    let entry = readEntry()
    isWhole = entry != nil
    return entry
  }

  /// Behind the last entry: where the next directory is, 0 where there is none.
  mutating func nextDirectory() -> Int? {
    guard isWhole, remaining == 0 else { return nil }
    return word()
  }

  private mutating func readEntry() -> TIFFEntry? {
    guard let tag = cursor.uint16(), let type = cursor.uint16(), let count = word() else {
      return nil
    }
    let inPlace = cursor.offset
    guard let pointer = word() else { return nil }
    let width = Self.width(ofType: type)
    let room = isBig ? 8 : 4
    let isInPlace = width.map { count <= room / $0 } ?? true
    return TIFFEntry(
      tag: TIFFEntry.Tag(rawValue: tag), width: width, count: count,
      offset: isInPlace ? inPlace : pointer)
  }

  /// A count or an offset.
  private mutating func word() -> Int? { isBig ? cursor.uint64() : cursor.uint32() }

  /// BYTE, SHORT, LONG, IFD, LONG8, IFD8, and the signed ones, which some writers take.
  private static func width(ofType type: Int) -> Int? {
    switch type {
    case 1, 6: 1
    case 3, 8: 2
    case 4, 9, 13: 4
    case 16, 17, 18: 8
    default: nil
    }
  }
}
