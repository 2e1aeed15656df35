/// Lines in memory, each with its key, and the order in which they are to be taken.
struct SortBlock {
  private(set) var bytes: [UInt8] = []
  /// Where each begins.
  private(set) var offsets: [Int] = []

  /// A block without lines; memory for so many bytes of them is not asked for again.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// How many lines there are.
  var count: Int { offsets.count }
  /// How many bytes they take, what tells their order among them.
  var size: Int { bytes.count + offsets.count * MemoryLayout<Int>.size }

  /// Adds a line behind all others.
  mutating func append(_ line: borrowing Span<UInt8>, key: [UInt8]) {
    offsets.append(bytes.count)
    append(UInt32(key.count))
    append(UInt32(line.count))
    bytes += key
    unsafe line.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ number: UInt32) {
    unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func sort() {
    unsafe bytes.withUnsafeBytes { bytes in
      offsets.sort { one, other in
        unsafe SortEntry(in: bytes, at: one).precedes(SortEntry(in: bytes, at: other))
      }
    }
  }

  /// Forgets all lines, but keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
  }
}
