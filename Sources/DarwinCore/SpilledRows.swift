internal import ByteStreams

/// Rows of an extension that did not fit into memory, in runs that are each in the order of
/// the core.
///
/// A line of a run is the number of a row of the core, a blank and an object. The runs are
/// numbered as their rows came, so that merging them keeps the order of the rows, too.
struct SpilledRows: ~Copyable {
  /// So many runs of one level are merged into one of the next: each that is open takes a few
  /// megabytes for its decoder.
  private static let fanIn = 6

  private var runs: [(level: Int, run: Run)] = []

  /// A run to be written, then read once.
  private final class Run {
    var spool: Spool?
    init(_ spool: consuming Spool) { self.spool = consume spool }
  }

  init() {}

  /// Writes the rows of a store that belong to rows of the core.
  mutating func add(
    _ store: inout RowStore, _ columns: borrowing ColumnSet, _ ids: CoreIdentifiers
  ) throws(DarwinCoreError) {
    var spool = try streaming { () throws(StreamError) in try Spool.create() }
    var positions = [Int]()
    var line = JSONBuffer()
    var rows = RenderedRows()
    try ids.forEach { number, id throws(StreamError) in
      if id.count == 0 { return }
      store.find(id, into: &positions)
      for position in positions {
        rows.removeAll()
        unsafe rows.append(store.row(at: position), columns)
        line.removeAll()
        line.append(Array("\(number) ".utf8))
        unsafe line.append(rows.object(0))
        try spool.append(line.span)
      }
    }
    runs.append((0, Run(spool)))
    try mergeFullLevels()
  }

  private mutating func mergeFullLevels() throws(DarwinCoreError) {
    while runs.count >= Self.fanIn {
      let last = runs.suffix(Self.fanIn)
      guard let level = last.first?.level, last.allSatisfy({ $0.level == level }) else { return }
      let merged = try Self.merge(last.map(\.run))
      runs.removeLast(Self.fanIn)
      runs.append((level + 1, merged))
    }
  }

  private static func merge(_ runs: [Run]) throws(DarwinCoreError) -> Run {
    do {
      let cursors = try open(runs)
      var spool = try Spool.create()
      while let number = cursors.lazy.compactMap(\.number).min() {
        for cursor in cursors {
          while cursor.number == number { try cursor.move(to: &spool) }
        }
      }
      return Run(spool)
    } catch {
      throw DarwinCoreError(error)
    }
  }

  private static func open(_ runs: [Run]) throws(StreamError) -> [RunCursor] {
    var cursors = [RunCursor]()
    for run in runs {
      if let lines = try run.spool.take()?.read() { cursors.append(try RunCursor(lines)) }
    }
    return cursors
  }

  /// Ends the writing and begins to read.
  mutating func takeCursors() throws(DarwinCoreError) -> [RunCursor] {
    let runs = runs
    self.runs = []
    return try streaming { () throws(StreamError) in try Self.open(runs.map(\.run)) }
  }
}
