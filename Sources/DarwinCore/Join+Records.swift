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
      try media?.find(id, number: number, into: &found)
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
    if isWanted { columns.render(rows, to: &record) }
    for other in others {
      try other.find(id, number: number)
      if isWanted, options.includes(other.rows.name) { other.append(to: &record) }
    }
  }

  private mutating func writeRecords(to writer: inout LineWriter) throws(DarwinCoreError) {
    let hasNoMember = found.count == 0 || !options.includes("media")
    if hasNoMember || options.isNested {
      let count = hasNoMember && !options.isNested ? max(1, found.count) : 1
      if !hasNoMember { found.append(toArray: "media", of: &record) }
      for _ in 0..<count { try writeRecord(to: &writer) }
      return
    }
    let coreCount = record.count
    for index in 0..<found.count {
      record.truncate(to: coreCount)
      record.append(",\"media\":")
      unsafe record.append(found.object(index))
      try writeRecord(to: &writer)
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
    if !isAtEnd { tally.orphans = 0 }
  }
}
