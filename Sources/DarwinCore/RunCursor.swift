internal import ByteStreams

/// The place in a run up to which it was read.
///
/// A run has the rows of a partition in the order of the core; the key of each is the number
/// of the core's row.
final class RunCursor {
  private let entries: EntryReader
  /// The next row; `nil` at the end.
  private var entry: Entry?
  private var number = 0

  init(_ run: EntryList) throws(StreamError) {
    entries = EntryReader(run)
    entry = nil
    try advance()
  }

  private func advance() throws(StreamError) {
    entry = try entries.take()
    if let entry { number = unsafe LEB128.number(entry.key) }
  }

  /// The next row of a row of the core, where there is one; passes over those of the rows
  /// before it.
  private func next(of wanted: Int) throws(StreamError) -> Entry? {
    while entry != nil, number < wanted { try advance() }
    return number == wanted ? entry : nil
  }

  /// Renders the rows of a row of the core until `rows` is full.
  func take(
    _ wanted: Int, into rows: inout RenderedRows, _ columns: borrowing ColumnSet
  ) throws(StreamError) {
    while !rows.isFull, let entry = try next(of: wanted) {
      rows.append(entry, columns)
      try advance()
    }
  }

  /// Appends the rows of a row of the core to another run.
  func move(_ wanted: Int, to run: EntryList) throws(StreamError) {
    while let entry = try next(of: wanted) {
      try run.append(entry)
      try advance()
    }
  }
}
