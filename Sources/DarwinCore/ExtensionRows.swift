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
  /// All rows, once they do not fit into memory, until the loading ends.
  private var spilled: Partitions?
  /// All rows after that.
  private var ordered: OrderedRows?
  private var cursor: RunCursor?
  private var positions: [Int] = []
  private var taken = 0
  /// The row of the core whose rows are taken.
  private var number = 0
  private var id = JSONBuffer()
  private var row = JSONBuffer()
  private var scratch = JSONBuffer()

  init(name: String) {
    self.name = name
    (fault, spilled, ordered, cursor) = (nil, nil, nil, nil)
  }

  /// How many bytes of memory its rows take.
  var size: Int { ordered?.size ?? store.size }

  /// Reads a table, with at most `memory` bytes of rows in memory at a time.
  ///
  /// If there are more, all go through spools, parted as the identifiers of the core are.
  mutating func load(
    _ table: Table, _ options: JoinOptions, memory: Int, _ rule: PartitionRule,
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
      try CompactRow.append(rows, own, base: base, scratch: &scratch, to: &row)
      do { try add(memory: memory, rule) } catch { throw DarwinCoreError(error) }
    }
    count(rows)
  }

  /// Adds the present row.
  private mutating func add(memory: Int, _ rule: PartitionRule) throws(StreamError) {
    // It belongs to no row of the core.
    if id.count == 0 { return tally.orphans += 1 }
    let entry = unsafe Entry(id.bytes, row.bytes)
    if spilled == nil, store.count > 0, store.size(with: entry) > memory { try spill(rule) }
    if let spilled { try spilled.append(entry) } else { store.add(entry) }
  }

  private mutating func spill(_ rule: PartitionRule) throws(StreamError) {
    let partitions = Partitions(rule, in: try BlockSpool.create())
    try store.forEach { row throws(StreamError) in try partitions.append(row) }
    store = RowStore()
    spilled = partitions
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

  /// Finds the rows of a row of the core, to be taken in batches.
  ///
  /// Rows of the core must come in order.
  mutating func find(_ id: borrowing JSONBuffer, number: Int) {
    self.number = number
    taken = 0
    positions.removeAll(keepingCapacity: true)
    cursor = nil
    if id.count == 0 { return }
    if let ordered {
      cursor = unsafe ordered.cursor(for: id.bytes)
    } else {
      unsafe store.find(id.bytes, into: &positions)
    }
  }

  /// Puts the next of the rows that were found into `rows`; none at the end.
  ///
  /// A row of the core may have more than fit into memory.
  mutating func takeBatch(into rows: inout RenderedRows) throws(DarwinCoreError) {
    rows.removeAll()
    do { try cursor?.take(number, into: &rows, columns) } catch { throw DarwinCoreError(error) }
    while taken < positions.count, !rows.isFull {
      rows.append(store.row(at: positions[taken]), columns)
      taken += 1
    }
  }

  /// Ends the loading: rows that did not fit into memory are brought into the order of the core.
  mutating func finish(_ ids: CoreIdentifiers, memory: Int) throws(DarwinCoreError) {
    guard let partitions = spilled.take() else { return }
    try streaming { () throws(StreamError) in try partitions.finish() }
    let identifiers = try ids.read()
    fault = fault ?? ids.fault
    var ordering = RowOrdering(memory: memory, ids.isInterrupted)
    do { ordered = try ordering.order(partitions, identifiers) } catch { throw .init(error) }
    tally.orphans += ordering.orphans
  }

  /// What was seen, after all rows of the core came by.
  var finalTally: JoinTally {
    var tally = tally
    tally.orphans += store.count - store.found
    if !isMedia { (tally.mediaRows, tally.otherOrphans, tally.orphans) = (0, tally.orphans, 0) }
    return tally
  }
}
