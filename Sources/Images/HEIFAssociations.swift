/// The numbers of the properties that an item has (`ipma`, ISO/IEC 23008-12 section 9.3).
struct HEIFAssociations: ~Escapable {
  private var cursor: ByteCursor
  private var remaining = 0
  private var areLong = false

  /// Goes to the entry of `item`; `nil` where there is none.
  @_lifetime(copy box)
  init?(_ box: Span<UInt8>, item: Int?) {
    cursor = ByteCursor(box, .bigEndian)
    guard let item, let version = cursor.uint8(), let flags = cursor.number(3), cursor.skip(4)
    else { return nil }
    areLong = flags & 1 == 1
    while let id = version == 0 ? cursor.uint16() : cursor.uint32(), let count = cursor.uint8() {
      remaining = count
      if id == item { return }
      guard cursor.skip(areLong ? 2 * count : count) else { return nil }
    }
    return nil
  }

  /// The next number, from 1 up; its highest bit, taken away, says that it is essential.
  mutating func next() -> Int? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    return areLong ? cursor.uint16().map { $0 & 0x7FFF } : cursor.uint8().map { $0 & 0x7F }
  }
}
