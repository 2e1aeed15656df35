/// Numbers the hashes that it meets from 0 on: open addressing with linear probing, in 13 to 18
/// bytes a hash.
public struct GroupTable: Sendable {
  private static let smallest = 1024

  /// The numbers, one higher, as 0 stands for a free slot.
  private var slots: [UInt32] = Array(repeating: 0, count: smallest)
  /// The hashes by their numbers.
  public private(set) var hashes: [UInt64] = []

  /// A table without hashes.
  public init() {}

  /// How many hashes there are.
  public var count: Int { hashes.count }

  /// The number of a hash, a new one where it was not met before.
  public mutating func number(of hash: UInt64) -> Int {
    var slot = slot(of: hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    if (count + 1) * 5 > slots.count * 4 {
      grow()
      slot = self.slot(of: hash)
    }
    hashes.append(hash)
    slots[slot] = UInt32(count)
    return count - 1
  }

  /// The number of a hash; `nil` where it was not met before.
  public func existingNumber(of hash: UInt64) -> Int? {
    let number = slots[slot(of: hash)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Where the hash is, or the free slot where it would be.
  private func slot(of hash: UInt64) -> Int {
    // The high bits tell the place, so that any number of slots will do.
    var slot = Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0, hashes[Int(slots[slot]) - 1] != hash {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() { slots[slot(of: hash)] = UInt32(number + 1) }
  }
}
