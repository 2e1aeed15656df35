internal import Records

/// Columns, ready to be written: what comes in front of each value, and the values that stand
/// in for empty cells.
@safe struct ColumnSet: ~Copyable {
  /// One column, without references, so that looking at it costs no count.
  struct Entry: BitwiseCopyable {
    /// The number of its cell, -1 where it has none.
    let cell: Int
    /// `,"name":"` among the texts.
    let key: Int
    let keyCount: Int
    /// The default value among the texts, escaped; empty where there is none.
    let value: Int
    let valueCount: Int
  }

  private(set) var entries: [Entry] = []
  private var texts = JSONBuffer(capacity: 1 << 12)
  /// What the keys and default values of all columns take in bytes.
  private(set) var size = 0
  /// Cells that have a column, and those of further columns that are made of one of them.
  private var cells = Set<Int>()
  private var repeated: [Int] = []

  init() {}

  /// Adds a column, and says its number.
  @discardableResult
  mutating func add(_ column: Column) -> Int {
    var name = [UInt8](), value = [UInt8]()
    JSONString.append(column.name.utf8, to: &name)
    JSONString.append((column.defaultValue ?? "").utf8, to: &value)
    let key = texts.count
    texts.append([UInt8(ascii: ",")] + name + Array(":\"".utf8))
    let start = texts.count
    texts.append(Array(value.dropFirst().dropLast()))
    entries.append(
      Entry(
        cell: column.cell ?? -1, key: key, keyCount: start - key, value: start,
        valueCount: texts.count - start))
    size += texts.count - key + 1
    if let cell = column.cell, !cells.insert(cell).inserted { repeated.append(cell) }
    return entries.count - 1
  }

  /// Where a key or default value begins; behind it there is room to read too far.
  @inline(__always)
  func text(at offset: Int) -> UnsafePointer<UInt8> { unsafe UnsafePointer(texts.start + offset) }

  /// How many bytes the members of a row take at most.
  /// - Throws: `DarwinCoreError` where columns that share cells would make very much of a row.
  func largestSize(of rows: borrowing TableReader) throws(DarwinCoreError) -> Int {
    var length = 0
    for cell in repeated { unsafe length += rows.bytes(of: cell).count }
    if length > RowWindow.rowLimit {
      let limit = RowWindow.rowLimit >> 20
      throw rows.fault(
        rows.tally.rows, "cells with several meanings hold more than \(limit) MiB")
    }
    return size + JSONBuffer.largestExpansion * (rows.cells.length + length)
  }

  /// Appends the members of a row, each with a comma in front.
  /// - Throws: `DarwinCoreError`, as `largestSize`.
  func render(
    _ rows: borrowing TableReader, to buffer: inout JSONBuffer
  ) throws(DarwinCoreError) {
    buffer.reserve(try largestSize(of: rows))
    let entries = entries.span
    for index in entries.indices {
      let entry = entries[index]
      let start = buffer.count
      unsafe buffer.append(padded: text(at: entry.key), entry.keyCount)
      if entry.cell >= 0, rows.append(entry.cell, to: &buffer) {
        buffer.append(UInt8(ascii: "\""))
      } else if entry.valueCount > 0 {
        unsafe buffer.append(padded: text(at: entry.value), entry.valueCount)
        buffer.append(UInt8(ascii: "\""))
      } else {
        buffer.truncate(to: start)
      }
    }
  }
}
