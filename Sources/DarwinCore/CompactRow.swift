/// A row in little space.
///
/// For each value it has the column's number plus one, the length and the bytes as they stand
/// in a string of JSON; a 0 is at the end. Numbers are written seven bits a byte, the lowest
/// first, as in LEB128.
enum CompactRow {
  /// Appends a row with the columns of `columns`, of which the first has the number `base`.
  static func append(
    _ rows: borrowing TableReader, _ columns: borrowing ColumnSet, base: Int,
    scratch: inout JSONBuffer, to buffer: inout JSONBuffer
  ) {
    let largest = JSONBuffer.largestExpansion * rows.cells.length
    scratch.reserve(largest + columns.size)
    buffer.reserve(largest + columns.size + 20 * columns.entries.count + 1)
    for index in columns.entries.indices {
      let entry = columns.entries[index]
      scratch.removeAll()
      if entry.cell < 0 || !rows.append(entry.cell, to: &scratch) {
        unsafe scratch.append(padded: columns.text(at: entry.value), entry.valueCount)
      }
      if scratch.count == 0 { continue }
      append(base + index + 1, to: &buffer)
      append(scratch.count, to: &buffer)
      unsafe buffer.append(padded: UnsafePointer(scratch.start), scratch.count)
    }
    buffer.append(0)
  }

  /// Appends the members of the compact row at `row`, each with a comma in front.
  /// - Precondition: behind the row lie `JSONBuffer.overhang` bytes that may be read.
  @unsafe
  static func render(
    _ row: UnsafePointer<UInt8>, _ columns: borrowing ColumnSet, to buffer: inout JSONBuffer
  ) {
    var next = unsafe row
    let entries = columns.entries.span
    while true {
      let number = unsafe take(&next)
      if number == 0 { return }
      let count = unsafe take(&next)
      let entry = entries[number - 1]
      buffer.reserve(entry.keyCount + count + 1)
      unsafe buffer.append(padded: columns.text(at: entry.key), entry.keyCount)
      unsafe buffer.append(padded: next, count)
      buffer.append(UInt8(ascii: "\""))
      unsafe next += count
    }
  }

  @inline(__always)
  static func append(_ number: Int, to buffer: inout JSONBuffer) {
    var rest = number
    while rest >= 0x80 {
      buffer.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(rest))
  }

  @inline(__always)
  @unsafe
  static func take(_ next: inout UnsafePointer<UInt8>) -> Int {
    var (number, shift) = (0, 0)
    while true {
      let byte = unsafe next.pointee
      unsafe next += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
