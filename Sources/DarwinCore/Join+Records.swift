internal import Archives
public import ByteStreams

extension Join {
  /// Writes all records.
  ///
  /// Where it throws, those that were written are whole.
  /// - Throws: `DarwinCoreError`.
  public mutating func write(to writer: inout LineWriter) throws(DarwinCoreError) {
    var rows = TableReader(core)
    var isAtEnd = false
    defer { count(rows, isAtEnd: isAtEnd) }
    while try rows.next() {
      if isInterrupted() { return }
      rows.takeID(core.descriptor.idIndex ?? 0, into: &id)
      let number = rows.tally.rows - 1
      media?.find(id, number: number)
      try media?.takeBatch(into: &found)
      if found.count > 0 { tally.withMedia += 1 }
      let isWanted = found.count > 0 || media == nil || options.includesAll
      try render(rows, number, isWanted: isWanted)
      if isWanted { try writeRecords(to: &writer) }
    }
    isAtEnd = true
    if let fault = fault(rows) { throw fault }
  }

  /// All rows of extensions are asked for, so that those that belong nowhere are known.
  private mutating func render(
    _ rows: borrowing TableReader, _ number: Int, isWanted: Bool
  ) throws(DarwinCoreError) {
    record.removeAll()
    if isWanted { try columns.render(rows, to: &record) }
    for other in others {
      other.find(id, number: number)
      if isWanted, options.includes(other.rows.name) {
        try other.append(to: &record, of: core.archive.path, limit: options.recordLimit)
      }
    }
  }

  private mutating func writeRecords(to writer: inout LineWriter) throws(DarwinCoreError) {
    let hasMember = options.includes("media")
    if found.count == 0 || options.isNested {
      if hasMember {
        try media?.appendArray(
          startingWith: &found, of: core.archive.path, to: &record, limit: options.recordLimit)
      }
      return try writeRecord(to: &writer)
    }
    let coreCount = record.count
    while found.count > 0 {
      for index in 0..<found.count {
        record.truncate(to: coreCount)
        if hasMember {
          record.append(",\"media\":")
          unsafe record.append(found.object(index))
        }
        try writeRecord(to: &writer)
      }
      try media?.takeBatch(into: &found)
    }
  }

  private mutating func writeRecord(to writer: inout LineWriter) throws(DarwinCoreError) {
    let count = record.count
    record.append(end)
    // In the place of the first comma, or alone where there is no member at all.
    if record[0] == UInt8(ascii: ",") {
      record[0] = UInt8(ascii: "{")
    } else if count == 0 {
      writer.append("{")
    }
    writer.append(record.span)
    do { try writer.endLine() } catch { throw DarwinCoreError(error) }
    tally.records += 1
    record.truncate(to: count)
  }

  /// What was found wrong with a descriptor after all rows were read.
  private mutating func fault(_ rows: borrowing TableReader) -> DarwinCoreError? {
    if let fault = rows.descriptorFault { return fault }
    if let fault = media?.fault { return fault }
    return others.lazy.compactMap { $0.rows.fault }.first
  }

  /// Which media belong nowhere is known only at the end.
  private mutating func count(_ rows: borrowing TableReader, isAtEnd: Bool) {
    tally.coreRows += rows.tally.rows
    tally.add(rows.tally)
    tally.replacements += record.replacements
    if let seen = media?.finalTally { tally += seen }
    for other in others { tally += other.rows.finalTally }
    if !isAtEnd { (tally.orphans, tally.otherOrphans) = (0, 0) }
  }
}
