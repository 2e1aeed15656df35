/// Where the last entry of each key stands: 16 bytes an entry, at most two thirds full.
struct JournalIndex {
  /// A segment and an offset in it.
  struct Place: BitwiseCopyable {
    var segment: Int
    var offset: Int
  }

  private struct Slot: BitwiseCopyable {
    /// The hash of the key; 0 is an empty slot.
    var hash: UInt64 = 0
    /// 24 bits of segment, 40 of offset.
    var packed: UInt64 = 0
  }

  private(set) var count = 0
  private var slots = [Slot](repeating: Slot(), count: 1024)

  /// The place of the entry whose key has this hash.
  subscript(hash: UInt64) -> Place? {
    let slot = slots[index(of: hash)]
    guard slot.hash != 0 else { return nil }
    return Place(segment: Int(slot.packed >> 40), offset: Int(slot.packed & 0xFF_FFFF_FFFF))
  }

  /// Notes the place of an entry; a later one takes the place of an earlier.
  mutating func note(_ hash: UInt64, _ place: Place) {
    if 3 * count >= 2 * slots.count { grow() }
    let index = index(of: hash)
    if slots[index].hash == 0 { count += 1 }
    slots[index] = Slot(
      hash: hash | 1, packed: UInt64(place.segment) << 40 | UInt64(place.offset))
  }

  /// The slot of a hash, or the empty one where it would stand.
  private func index(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash >> 1) & mask
    while slots[index].hash != 0, slots[index].hash != hash | 1 { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.hash != 0 { slots[index(of: slot.hash)] = slot }
  }
}
