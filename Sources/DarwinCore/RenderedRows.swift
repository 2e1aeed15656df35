/// The rows that belong to one row of the core, each a JSON object.
struct RenderedRows: ~Copyable {
  private(set) var buffer = JSONBuffer()
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  mutating func removeAll() {
    buffer.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds the object of a compact row.
  @unsafe
  mutating func append(_ row: UnsafePointer<UInt8>, _ columns: borrowing ColumnSet) {
    let start = buffer.count
    unsafe CompactRow.render(row, columns, to: &buffer)
    buffer.reserve(2)
    if buffer.count == start { buffer.append(0) }
    // In the place of the first comma.
    buffer[start] = UInt8(ascii: "{")
    buffer.append(UInt8(ascii: "}"))
    ends.append(buffer.count)
  }

  /// Adds an object that is there already.
  mutating func append(_ object: UnsafeRawBufferPointer) {
    unsafe buffer.append(object)
    ends.append(buffer.count)
  }

  /// Appends all objects as an array: a member of another object, with a comma in front.
  func append(toArray name: String, of object: inout JSONBuffer) {
    object.append(Array(",\"\(name)\":".utf8))
    for index in 0..<count {
      object.append(index == 0 ? "[" : ",")
      unsafe object.append(self.object(index))
    }
    object.append("]")
  }

  /// The bytes of one object.
  func object(_ index: Int) -> UnsafeRawBufferPointer {
    let start = index == 0 ? 0 : ends[index - 1]
    return unsafe UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(buffer.bytes)[start..<ends[index]])
  }
}
