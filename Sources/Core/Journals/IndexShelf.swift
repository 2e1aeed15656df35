/// The places of all keys whose hashes begin alike: 16 bytes a slot, of which at least two
/// thirds are taken once there are some.
struct IndexShelf {
  private struct Slot: BitwiseCopyable {
    /// The hash of the key, its last bit set; 0 is an empty slot.
    var hash: UInt64 = 0
    /// 24 bits of segment, 40 of offset.
    var packed: UInt64 = 0
  }

  private(set) var count = 0
  private var slots: [Slot] = []

  func place(of hash: UInt64) -> JournalIndex.Place? {
    if slots.isEmpty { return nil }
    let slot = slots[index(of: hash)]
    guard slot.hash != 0 else { return nil }
    return .init(segment: Int(slot.packed >> 40), offset: Int(slot.packed & 0xFF_FFFF_FFFF))
  }

  mutating func note(_ hash: UInt64, _ place: JournalIndex.Place) {
    if 8 * (count + 1) > 7 * slots.count { grow() }
    let index = index(of: hash)
    if slots[index].hash == 0 { count += 1 }
    slots[index] = Slot(
      hash: hash | 1, packed: UInt64(place.segment) << 40 | UInt64(place.offset))
  }

  /// The slot of a hash, or the empty one where it would stand.
  private func index(of hash: UInt64) -> Int {
    // The first bits are those of the shelf.
    var index = Int((hash << 8).multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[index].hash != 0, slots[index].hash != hash | 1 {
      index = index + 1 == slots.count ? 0 : index + 1
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count + max(8, old.count / 4))
    for slot in old where slot.hash != 0 { slots[index(of: slot.hash)] = slot }
  }
}
