/// A row in little space.
///
/// For each value it has the column's number plus one, the length and the bytes as they stand
/// in a string of JSON; a 0 is at the end. Numbers are those of `LEB128`.
enum CompactRow {
  /// Appends a row with the columns of `columns`, of which the first has the number `base`.
  /// - Throws: `DarwinCoreError`, as `ColumnSet.largestSize`.
  static func append(
    _ rows: borrowing TableReader, _ columns: borrowing ColumnSet, base: Int,
    scratch: inout JSONBuffer, to buffer: inout JSONBuffer
  ) throws(DarwinCoreError) {
    scratch.reserve(JSONBuffer.largestExpansion * rows.cells.length + columns.size)
    buffer.reserve(try columns.largestSize(of: rows) + 20 * columns.entries.count + 1)
    for index in columns.entries.indices {
      let entry = columns.entries[index]
      scratch.removeAll()
      if entry.cell < 0 || !rows.append(entry.cell, to: &scratch) {
        unsafe scratch.append(padded: columns.text(at: entry.value), entry.valueCount)
      }
      if scratch.count == 0 { continue }
      buffer.append(length: base + index + 1)
      buffer.append(length: scratch.count)
      unsafe buffer.append(padded: UnsafePointer(scratch.start), scratch.count)
    }
    buffer.append(UInt8(0))
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
      let number = unsafe LEB128.take(&next)
      if number == 0 { return }
      let count = unsafe LEB128.take(&next)
      let entry = entries[number - 1]
      buffer.reserve(entry.keyCount + count + 1)
      unsafe buffer.append(padded: columns.text(at: entry.key), entry.keyCount)
      unsafe buffer.append(padded: next, count)
      buffer.append(UInt8(ascii: "\""))
      unsafe next += count
    }
  }
}
