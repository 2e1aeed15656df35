internal import ByteStreams

/// Rows of an extension that did not fit into memory, in runs that are each in the order of
/// the core.
///
/// A line of a run is the number of a row of the core, a blank and an object. The runs are
/// numbered as their rows came, so that merging them keeps the order of the rows, too.
struct SpilledRows: ~Copyable {
  /// So many runs of one level are merged into one of the next: each that is open takes a few
  /// megabytes for its decoder.
  static let fanIn = 6

  private var runs: [(level: Int, run: Run)] = []

  /// A run to be read once; while it waits, it has no encoder.
  private final class Run {
    var lines: SpooledLines?
    init(_ spool: consuming Spool) throws(StreamError) { lines = try spool.finish() }
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
    do { runs.append((0, try Run(spool))) } catch { throw DarwinCoreError(error) }
    try mergeFullLevels()
  }

  private mutating func mergeFullLevels() throws(DarwinCoreError) {
    while runs.count >= Self.fanIn {
      let last = runs.suffix(Self.fanIn)
      guard let level = last.first?.level, last.allSatisfy({ $0.level == level }) else { return }
      try mergeLast(into: level + 1)
    }
  }

  private mutating func mergeLast(into level: Int) throws(DarwinCoreError) {
    let merged = try Self.merge(runs.suffix(Self.fanIn).map(\.run))
    runs.removeLast(Self.fanIn)
    runs.append((level, merged))
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
      return try Run(spool)
    } catch {
      throw DarwinCoreError(error)
    }
  }

  private static func open(_ runs: [Run]) throws(StreamError) -> [RunCursor] {
    var cursors = [RunCursor]()
    for run in runs {
      if let lines = try run.lines.take()?.read() { cursors.append(try RunCursor(lines)) }
    }
    return cursors
  }

  /// Ends the writing and begins to read; what is left of all levels is merged, too, until
  /// few are open.
  mutating func takeCursors() throws(DarwinCoreError) -> [RunCursor] {
    while runs.count > Self.fanIn { try mergeLast(into: runs[0].level) }
    let runs = runs
    self.runs = []
    return try streaming { () throws(StreamError) in try Self.open(runs.map(\.run)) }
  }
}
