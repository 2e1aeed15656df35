/// Where the items of a HEIF file lie (`iloc`, ISO/IEC 14496-12 section 8.11.3).
struct HEIFLocations: ~Escapable {
  private var cursor: ByteCursor
  private var version = 0
  /// The bytes of each number in an extent.
  private var widths = (offset: 0, length: 0, base: 0, index: 0)

  @_lifetime(copy box)
  init(_ box: Span<UInt8>) { cursor = ByteCursor(box, .bigEndian) }

  /// Whether the list is whole and all extents in the file itself end within so many bytes.
  mutating func end(within limit: Int) -> Bool {
    guard let items = readFrame() else { return false }
    for _ in 0..<items {
      guard itemEnds(within: limit) else { return false }
    }
    return true
  }

  /// Gives how many items there are.
  private mutating func readFrame() -> Int? {
    guard let version = cursor.uint8(), cursor.skip(3), let packed = cursor.uint16() else {
      return nil
    }
    self.version = version
    widths = (packed >> 12, packed >> 8 & 15, packed >> 4 & 15, version > 0 ? packed & 15 : 0)
    return version < 2 ? cursor.uint16() : cursor.uint32()
  }

  private mutating func itemEnds(within limit: Int) -> Bool {
    guard cursor.skip(version < 2 ? 2 : 4) else { return false }
    // Methods other than 0 lie in `idat` or are made of other items.
    let method = version == 0 ? 0 : cursor.uint16().map { $0 & 15 }
    guard cursor.skip(2), let base = number(widths.base), let extents = cursor.uint16() else {
      return false
    }
    // Extents of no bytes could be many in little space.
    if widths.index + widths.offset + widths.length == 0 { return true }
    for _ in 0..<extents {
      guard let end = extentEnd(base) else { return false }
      if method == 0, end > limit { return false }
    }
    return true
  }

  private mutating func extentEnd(_ base: Int) -> Int? {
    guard cursor.skip(widths.index), let offset = number(widths.offset),
      let length = number(widths.length)
    else { return nil }
    let (start, overflow) = base.addingReportingOverflow(offset)
    let (end, further) = start.addingReportingOverflow(length)
    return overflow || further ? nil : end
  }

  /// The standard knows numbers of 0, 4 and 8 bytes.
  private mutating func number(_ width: Int) -> Int? {
    width <= 8 ? cursor.number(width) : nil
  }
}
