/// Positions under 64-bit hashes: 16 bytes a slot, of which at most three quarters are taken.
@safe struct PositionTable: ~Copyable {
  private struct Slot: BitwiseCopyable {
    /// 0 where the slot is free.
    var position = 0
    var hash: UInt64 = 0
  }

  private static let leastCapacity = 1 << 10

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = leastCapacity
  private var count = 0

  init() { unsafe slots = Self.allocate(capacity) }

  deinit { unsafe slots.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    unsafe slots.initialize(repeating: Slot(), count: capacity)
    return unsafe slots
  }

  private var isFull: Bool { 4 * (count + 1) > 3 * capacity }

  /// How many bytes of memory are in use.
  var size: Int { capacity * MemoryLayout<Slot>.stride }

  /// How many bytes of memory would be in use at most while another hash is added.
  var largestSize: Int { isFull ? 3 * size : size }

  /// How many bytes of memory are in use at most while so many hashes are added.
  static func largestSize(of count: Int) -> Int {
    var capacity = leastCapacity
    while 4 * count > 3 * capacity { capacity *= 2 }
    // With the slots that are left while it grows.
    return (capacity + capacity / 2) * MemoryLayout<Slot>.stride
  }

  /// The position under a hash, 0 where there is none.
  @inline(__always)
  func position(of hash: UInt64) -> Int { unsafe slots[index(of: hash)].position }

  /// Puts a position under a hash, and gives the one before it.
  mutating func replace(_ hash: UInt64, with position: Int) -> Int {
    if isFull { grow() }
    let index = index(of: hash)
    let last = unsafe slots[index].position
    if last == 0 { count += 1 }
    unsafe slots[index] = Slot(position: position, hash: hash)
    return last
  }

  /// The slot of a hash, or the free one where it belongs.
  @inline(__always)
  private func index(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash) & (capacity - 1)
    while unsafe slots[index].position != 0 && slots[index].hash != hash {
      index = (index + 1) & (capacity - 1)
    }
    return index
  }

  private mutating func grow() {
    let (old, oldCapacity) = unsafe (slots, capacity)
    capacity *= 2
    unsafe slots = Self.allocate(capacity)
    for slot in 0..<oldCapacity where unsafe old[slot].position != 0 {
      unsafe slots[index(of: old[slot].hash)] = unsafe old[slot]
    }
    unsafe old.deallocate()
  }
}
