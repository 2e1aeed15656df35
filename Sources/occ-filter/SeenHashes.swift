/// A set of 64-bit hashes in 8 bytes a slot: open addressing with linear probing (Knuth, The
/// Art of Computer Programming, volume 3, section 6.4).
///
/// It takes 10 to 15 bytes an entry, and 25 while it grows.
struct SeenHashes {
  private static let smallest = 1024

  /// The hashes, where 0 stands for a free slot.
  private var slots: [UInt64] = Array(repeating: 0, count: smallest)
  private var hasZero = false
  /// How many hashes there are in the slots.
  private var used = 0

  /// How many slots there are.
  var capacity: Int { slots.count }

  func contains(_ hash: UInt64) -> Bool {
    hash == 0 ? hasZero : slots[slot(of: hash)] == hash
  }

  mutating func insert(_ hash: UInt64) {
    if hash == 0 {
      hasZero = true
      return
    }
    var slot = slot(of: hash)
    if slots[slot] == hash { return }
    if (used + 1) * 5 > slots.count * 4 {
      grow()
      slot = self.slot(of: hash)
    }
    slots[slot] = hash
    used += 1
  }

  /// Where the hash is, or the free slot where it would be.
  private func slot(of hash: UInt64) -> Int {
    // The high bits tell the place, so that any number of slots will do.
    var slot = Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0, slots[slot] != hash { slot = slot + 1 == slots.count ? 0 : slot + 1 }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count + old.count / 2)
    for hash in old where hash != 0 { slots[slot(of: hash)] = hash }
  }
}
