/// The frame of a TIFF file (TIFF 6.0 section 2, and BigTIFF): directories of entries.
struct TIFFStructure: ~Escapable {
  let bytes: Span<UInt8>
  let order: ByteCursor.Order
  /// Whether counts and offsets have 64 bits.
  let isBig: Bool
  /// Where the first directory stands.
  let firstDirectory: Int

  /// Reads the first eight (BigTIFF: sixteen) bytes; `nil` where they are not TIFF's.
  @_lifetime(copy bytes)
  init?(_ bytes: Span<UInt8>) {
    let order: ByteCursor.Order = bytes.starts(with: [0x4D]) ? .bigEndian : .littleEndian
    var cursor = ByteCursor(bytes, order)
    guard let mark = cursor.uint16(), mark == 0x4949 || mark == 0x4D4D else { return nil }
    let version = cursor.uint16()
    // BigTIFF tells the bytes of an offset, and a zero.
    if version == 43 {
      guard cursor.uint16() == 8, cursor.uint16() == 0 else { return nil }
    } else if version != 42 {
      return nil
    }
    guard let first = version == 43 ? cursor.uint64() : cursor.uint32() else { return nil }
    self.bytes = bytes
    self.order = order
    isBig = version == 43
    firstDirectory = first
  }

  /// The directory at an offset, read as far as it is there.
  @_lifetime(copy self)
  func directory(at offset: Int) -> TIFFDirectory { TIFFDirectory(self, at: offset) }

  /// One of an entry's values, a whole number; `nil` for other types and outside.
  func value(_ index: Int, of entry: TIFFEntry) -> Int? {
    guard 0..<entry.count ~= index, let width = entry.width else { return nil }
    let (position, overflow) = entry.offset.addingReportingOverflow(index * width)
    var cursor = ByteCursor(bytes, order)
    guard !overflow, cursor.seek(to: position) else { return nil }
    return cursor.number(width)
  }
}
