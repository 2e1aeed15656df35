internal import ByteStreams

/// The identifiers of the rows of the core, parted as rows of extensions that do not fit into
/// memory are.
///
/// They are read when they are wanted for the first time. The entries are identifiers, as they
/// stand in a string of JSON, and the numbers of their rows from 0 up.
final class CoreIdentifiers {
  /// How they are parted.
  let rule = PartitionRule()
  let isInterrupted: () -> Bool
  /// What hindered the reading of further rows.
  private(set) var fault: DarwinCoreError?
  private let table: Table
  private var partitions: Partitions?

  init(_ table: Table, _ isInterrupted: @escaping () -> Bool) {
    self.table = table
    self.isInterrupted = isInterrupted
    partitions = nil
    fault = nil
  }

  /// The partitions, the identifiers of each in the order of the core.
  ///
  /// Where the core is damaged, those of the rows before the damage.
  func read() throws(DarwinCoreError) -> Partitions {
    if let partitions { return partitions }
    let spool = try streaming { () throws(StreamError) in try BlockSpool.create() }
    let partitions = Partitions(rule, in: spool)
    try fill(partitions)
    try streaming { () throws(StreamError) in try partitions.finish() }
    self.partitions = partitions
    return partitions
  }

  private func fill(_ partitions: Partitions) throws(DarwinCoreError) {
    let cell = table.descriptor.idIndex ?? 0
    var rows = TableReader(table, upTo: cell)
    var id = JSONBuffer()
    var number = JSONBuffer()
    while try next(&rows), !isInterrupted() {
      rows.takeID(cell, into: &id)
      // Nothing belongs to such a row.
      if id.count == 0 { continue }
      number.removeAll()
      number.append(length: rows.tally.rows - 1)
      let entry = unsafe Entry(id.bytes, number.bytes)
      try streaming { () throws(StreamError) in try partitions.append(entry) }
    }
  }

  private func next(_ rows: inout TableReader) throws(DarwinCoreError) -> Bool {
    do { return try rows.next() } catch {
      guard case .badInput = error.kind else { throw error }
      fault = error
      return false
    }
  }
}
