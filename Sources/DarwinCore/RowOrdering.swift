internal import ByteStreams

/// Brings rows that do not fit into memory into the order of the core, one partition at a time.
///
/// Each row is written once more, and twice more whenever its partition must be parted further.
struct RowOrdering {
  /// How many bytes of rows to hold in memory.
  let memory: Int
  private let isInterrupted: () -> Bool
  /// Rows that name no row of the core.
  private(set) var orphans = 0

  /// `isInterrupted` is asked before each partition; where it is true, no more are ordered.
  init(memory: Int, _ isInterrupted: @escaping () -> Bool) {
    self.memory = memory
    self.isInterrupted = isInterrupted
  }

  /// Orders rows that are parted as the identifiers of the core are.
  mutating func order(
    _ partitions: Partitions, _ ids: Partitions
  ) throws(StreamError) -> OrderedRows {
    let spool = try BlockSpool.create()
    var runs = [EntryList]()
    for (rows, ids) in zip(partitions.lists, ids.lists) {
      let run = EntryList(in: spool)
      if rows.count > 0, !isInterrupted() { try order(rows, ids, partitions.rule, to: run) }
      try run.finish()
      runs.append(run)
    }
    return try OrderedRows(partitions.rule, runs)
  }

  private mutating func order(
    _ rows: EntryList, _ ids: EntryList, _ rule: PartitionRule, to run: EntryList
  ) throws(StreamError) {
    if RowStore.largestSize(of: rows) <= memory {
      try orderInMemory(rows, ids, to: run)
    } else if let id = rows.onlyKey {
      try copy(rows, of: id, ids, to: run)
    } else if rule.isLast {
      // All have the same hash: so many do not come together by chance.
      try orderInMemory(rows, ids, to: run)
    } else {
      try orderParts(rows, ids, rule.next, to: run)
    }
  }

  private mutating func orderInMemory(
    _ rows: EntryList, _ ids: EntryList, to run: EntryList
  ) throws(StreamError) {
    var store = RowStore()
    let entries = EntryReader(rows)
    while let row = try entries.take() { store.add(row) }
    var positions = [Int]()
    let numbers = EntryReader(ids)
    while let id = try numbers.take() {
      unsafe store.find(id.key, into: &positions)
      for position in positions {
        try run.append(unsafe Entry(id.value, store.row(at: position).value))
      }
    }
    orphans += store.count - store.found
  }

  /// Rows of one identifier are in their order already.
  private mutating func copy(
    _ rows: EntryList, of wanted: [UInt8], _ ids: EntryList, to run: EntryList
  ) throws(StreamError) {
    var isOrphan = true
    let numbers = EntryReader(ids)
    while let id = try numbers.take() {
      if unsafe !id.key.elementsEqual(wanted) { continue }
      isOrphan = false
      let entries = EntryReader(rows)
      while let row = try entries.take() { try run.append(unsafe Entry(id.value, row.value)) }
    }
    if isOrphan { orphans += rows.count }
  }

  private mutating func orderParts(
    _ rows: EntryList, _ ids: EntryList, _ rule: PartitionRule, to run: EntryList
  ) throws(StreamError) {
    let spool = try BlockSpool.create()
    let parts = try order(
      Partitions(rows, rule, in: spool), Partitions(ids, rule, in: spool))
    let numbers = EntryReader(ids)
    while let id = try numbers.take() {
      try unsafe parts.cursor(for: id.key)?.move(LEB128.number(id.value), to: run)
    }
  }
}
