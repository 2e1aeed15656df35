/// Rows that belong to one row of the core, each a JSON object.
struct RenderedRows: ~Copyable {
  private static let limit = 1 << 20

  private(set) var buffer = JSONBuffer()
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// Whether no more are to be added at a time.
  var isFull: Bool { buffer.count >= Self.limit }

  mutating func removeAll() {
    buffer.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds the object of a compact row, the value of an entry.
  /// - Precondition: behind the entry lie `JSONBuffer.overhang` bytes that may be read.
  mutating func append(_ entry: Entry, _ columns: borrowing ColumnSet) {
    guard let row = unsafe entry.value.baseAddress else { return }
    let start = buffer.count
    unsafe CompactRow.render(row, columns, to: &buffer)
    buffer.reserve(2)
    if buffer.count == start { buffer.append(0) }
    // In the place of the first comma.
    buffer[start] = UInt8(ascii: "{")
    buffer.append(UInt8(ascii: "}"))
    ends.append(buffer.count)
  }

  /// The bytes of one object.
  func object(_ index: Int) -> UnsafeRawBufferPointer {
    let start = index == 0 ? 0 : ends[index - 1]
    return unsafe UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(buffer.bytes)[start..<ends[index]])
  }
}
