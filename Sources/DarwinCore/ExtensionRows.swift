internal import ByteStreams

/// The rows of one or several extensions that become one member of a record, held until the
/// rows of the core come by.
struct ExtensionRows: ~Copyable {
  /// The name of the member.
  let name: String
  /// Whether it holds media: those make records, all others are an array.
  var isMedia: Bool { name == "media" }

  private(set) var tally = JoinTally()
  private(set) var warnings: [String] = []
  /// What was found wrong after all rows were read.
  private(set) var fault: DarwinCoreError?
  private var columns = ColumnSet()
  private var store = RowStore()
  private var spilled = SpilledRows()
  private var cursors: [RunCursor] = []
  private var hasSpilled = false
  private var positions: [Int] = []
  private var taken = 0
  /// The row of the core whose rows are taken.
  private var number = 0
  private var id = JSONBuffer()
  private var row = JSONBuffer()
  private var scratch = JSONBuffer()

  init(name: String) {
    self.name = name
    fault = nil
  }

  /// How many bytes of memory its rows take.
  var size: Int { store.size }

  /// Reads a table, with at most `memory` bytes of rows in memory at a time.
  ///
  /// The others go through spools, for which the identifiers of the core are needed.
  mutating func load(
    _ table: Table, _ options: JoinOptions, memory: Int, _ ids: CoreIdentifiers,
    _ isInterrupted: () -> Bool
  ) throws(DarwinCoreError) {
    let names = table.descriptor.nestedColumns
    warnings += names.warnings
    let filter = isMedia ? MediaFilter(options.mediaTypes, names.columns) : nil
    let base = columns.entries.count
    let own = addColumns(names.columns.filter { options.includes($0.name, in: name) })
    var rows = TableReader(table)
    while try rows.next(), !isInterrupted() {
      if let filter, !filter.keeps(rows) {
        tally.unwanted += 1
        continue
      }
      rows.takeID(table.descriptor.idIndex ?? 0, into: &id)
      row.removeAll()
      CompactRow.append(rows, own, base: base, scratch: &scratch, to: &row)
      if store.count > 0, store.size(withRowOf: id.count, row.count) > memory { try spill(ids) }
      store.add(id, row: row)
    }
    if hasSpilled, store.count > 0 { try spill(ids) }
    count(rows)
  }

  /// Adds columns to those of all tables, and gives those of this table alone.
  private mutating func addColumns(_ added: [Column]) -> ColumnSet {
    var own = ColumnSet()
    for column in added {
      columns.add(column)
      own.add(column)
    }
    return own
  }

  private mutating func count(_ rows: borrowing TableReader) {
    fault = fault ?? rows.descriptorFault
    tally.mediaRows += rows.tally.rows
    tally.add(rows.tally)
    tally.replacements += scratch.replacements
    scratch.replacements = 0
  }

  private mutating func spill(_ ids: CoreIdentifiers) throws(DarwinCoreError) {
    hasSpilled = true
    try spilled.add(&store, columns, ids)
    tally.orphans += store.count - store.found
    store.removeAll()
  }

  /// Finds the rows of a row of the core, to be taken in batches.
  ///
  /// Rows of the core must come in order.
  mutating func find(_ id: borrowing JSONBuffer, number: Int) {
    self.number = number
    taken = 0
    if hasSpilled { return }
    positions.removeAll(keepingCapacity: true)
    if id.count > 0 { store.find(id, into: &positions) }
  }

  /// Puts the next of the rows that were found into `rows`; none at the end.
  ///
  /// A row of the core may have more than fit into memory.
  mutating func takeBatch(into rows: inout RenderedRows) throws(DarwinCoreError) {
    rows.removeAll()
    for cursor in cursors {
      do { try cursor.take(number, into: &rows) } catch { throw DarwinCoreError(error) }
    }
    while taken < positions.count, !rows.isFull {
      unsafe rows.append(store.row(at: positions[taken]), columns)
      taken += 1
    }
  }

  /// Ends the loading.
  mutating func finish() throws(DarwinCoreError) {
    guard hasSpilled else { return }
    store = RowStore()
    cursors = try spilled.takeCursors()
  }

  /// What was seen, after all rows of the core came by.
  var finalTally: JoinTally {
    var tally = tally
    if !hasSpilled { tally.orphans += store.count - store.found }
    if !isMedia { (tally.mediaRows, tally.otherOrphans, tally.orphans) = (0, tally.orphans, 0) }
    return tally
  }
}
