internal import Glibc

/// Rows of an extension under the identifiers that they name, in one piece of memory.
///
/// A row is eight bytes for the position of the row of the same identifier before it, the
/// identifier behind its length, and a compact row. A table of hashes leads to the last row of
/// each identifier: eight bytes a slot, of which at most three quarters are taken.
@safe struct RowStore: ~Copyable {
  /// Before the first row, so that no row has the position 0.
  private static let firstPosition = 8
  /// What a row takes at most beside its own bytes and those of its identifier.
  private static let overhead = 18

  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 20
  private var end = firstPosition
  private var slots: UnsafeMutablePointer<Slot>
  private var slotCount = 1 << 10
  private var identifiers = 0
  let seed = UInt64.random(in: 0 ... .max)

  /// How many rows there are, and how many of them were found by `find`.
  private(set) var count = 0
  private(set) var found = 0

  init() {
    unsafe bytes = Self.resize(nil, to: capacity)
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: .empty, count: slotCount)
  }

  deinit {
    unsafe free(bytes)
    unsafe slots.deallocate()
  }

  /// How many bytes of memory are in use.
  var size: Int { end + slotCount * MemoryLayout<Slot>.stride }

  /// How many bytes of memory would be in use with another row of these lengths.
  func size(withRowOf idCount: Int, _ rowCount: Int) -> Int {
    let isGrowing = 4 * (identifiers + 1) > 3 * slotCount
    let growth = isGrowing ? 2 * slotCount * MemoryLayout<Slot>.stride : 0
    return size + Self.overhead + idCount + rowCount + growth
  }

  /// Forgets all rows.
  mutating func removeAll() {
    (end, identifiers, count, found) = (Self.firstPosition, 0, 0, 0)
    unsafe slots.update(repeating: .empty, count: slotCount)
  }

  /// Adds a compact row under an identifier.
  mutating func add(_ id: borrowing JSONBuffer, row: borrowing JSONBuffer) {
    if 4 * (identifiers + 1) > 3 * slotCount { growSlots() }
    let hash = unsafe hash(id.bytes)
    let slot = unsafe find(id.bytes, hash)
    let last = unsafe slots[slot].isEmpty ? 0 : slots[slot].position
    if last == 0 { identifiers += 1 }
    unsafe slots[slot] = Slot(position: end, hash: hash)
    write(last, id, row)
    count += 1
  }

  private mutating func write(
    _ last: Int, _ id: borrowing JSONBuffer, _ row: borrowing JSONBuffer
  ) {
    reserve(Self.overhead + id.count + row.count)
    unsafe UnsafeMutableRawPointer(bytes + end).storeBytes(of: last, as: Int.self)
    end += 8
    var rest = id.count
    while rest >= 0x80 {
      unsafe bytes[end] = UInt8(rest & 0x7F) | 0x80
      rest >>= 7
      end += 1
    }
    unsafe bytes[end] = UInt8(rest)
    end += 1
    unsafe memcpy(bytes + end, id.start, id.count)
    unsafe memcpy(bytes + end + id.count, row.start, row.count)
    end += id.count + row.count
  }

  private mutating func reserve(_ extra: Int) {
    if end + extra + JSONBuffer.overhang <= capacity { return }
    capacity = max(capacity + capacity / 2, end + extra + JSONBuffer.overhang)
    unsafe bytes = Self.resize(bytes, to: capacity)
  }

  /// `realloc` moves pages instead of bytes where the piece is large.
  private static func resize(
    _ bytes: UnsafeMutablePointer<UInt8>?, to count: Int
  ) -> UnsafeMutablePointer<UInt8> {
    guard let memory = unsafe realloc(bytes, count) else { fatalError("out of memory") }
    return unsafe memory.assumingMemoryBound(to: UInt8.self)
  }

  /// Puts the positions of an identifier's rows into `positions`, the first row first.
  mutating func find(_ id: borrowing JSONBuffer, into positions: inout [Int]) {
    positions.removeAll(keepingCapacity: true)
    let slot = unsafe find(id.bytes, hash(id.bytes))
    if unsafe slots[slot].isEmpty { return }
    var position = unsafe slots[slot].position
    while position != 0 {
      positions.append(position)
      position = unsafe UnsafeRawPointer(bytes + position).loadUnaligned(as: Int.self)
    }
    positions.reverse()
    if unsafe !slots[slot].isFound { found += positions.count }
    unsafe slots[slot].isFound = true
  }

  /// The compact row at a position.
  @unsafe
  func row(at position: Int) -> UnsafePointer<UInt8> {
    var next = unsafe UnsafePointer(bytes + position + 8)
    let count = unsafe CompactRow.take(&next)
    return unsafe next + count
  }

  private func identifier(at position: Int) -> UnsafeBufferPointer<UInt8> {
    var next = unsafe UnsafePointer(bytes + position + 8)
    let count = unsafe CompactRow.take(&next)
    return unsafe UnsafeBufferPointer(start: next, count: count)
  }

  /// The slot of an identifier, or the free one where it belongs.
  private func find(_ id: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while unsafe !slots[slot].isEmpty {
      if unsafe slots[slot].mayHave(hash) && isEqual(identifier(at: slots[slot].position), id) {
        return slot
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return slot
  }

  private func isEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard one.count == other.count else { return false }
    guard let first = one.baseAddress, let second = other.baseAddress else { return true }
    return unsafe memcmp(first, second, one.count) == 0
  }

  private mutating func growSlots() {
    let (old, oldCount) = unsafe (slots, slotCount)
    slotCount *= 2
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: .empty, count: slotCount)
    for index in 0..<oldCount where unsafe !old[index].isEmpty {
      let hash = unsafe hash(identifier(at: old[index].position))
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while unsafe !slots[slot].isEmpty { slot = (slot + 1) & (slotCount - 1) }
      unsafe slots[slot] = old[index]
    }
    unsafe old.deallocate()
  }
}
