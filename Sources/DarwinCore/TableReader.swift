internal import Archives

/// Reads a table row by row, through all its members; a row is lent until the next is asked
/// for.
@safe struct TableReader: ~Copyable {
  /// What was seen, for the summary.
  struct Tally {
    /// Rows, without headers and blank lines.
    var rows = 0
    /// Rows with too few cells; those that are missing count as empty.
    var padded = 0
    /// Last rows of a table that have no line end, and fewer cells than all others.
    var cut = 0
    /// Rows with too many cells; the last ones have no meaning.
    var tooWide = 0
    /// Rows with a quote that opens a cell and closes none.
    var stray = 0
    /// How many cells the widest row has.
    var widest = 0
  }

  let table: Table
  private(set) var cells: RowSplitter
  private(set) var tally = Tally()
  private var window = RowWindow()
  private var source: CharacterSource?
  private var following: ArraySlice<ArchiveMember>
  /// How many cells a row has for all that the descriptor names.
  private let required: Int
  /// How many cells a row has at most; `nil` until it is known.
  private var width: Int?

  /// Behind the cell `last` of a row further ones may not be told apart.
  init(_ table: Table, upTo last: Int = .max) {
    self.table = table
    cells = RowSplitter(table.descriptor.dialect, upTo: last)
    following = table.members[...]
    required = table.descriptor.requiredColumns
    source = nil
  }

  /// The bytes of the row; behind them lie `RowWindow.overhang` more that may be read.
  var row: UnsafePointer<UInt8> { unsafe window.row }

  /// The bytes of one cell, nothing where the row is too short.
  func bytes(of cell: Int) -> UnsafeBufferPointer<UInt8> {
    guard cell < cells.count else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
    let start = cells.start(of: cell)
    return unsafe UnsafeBufferPointer(start: window.row + start, count: cells.end(of: cell) - start)
  }

  /// Goes to the next row that is not blank; false at the end of the last member.
  /// - Throws: `DarwinCoreError`, with the member and the row's number.
  mutating func next() throws(DarwinCoreError) -> Bool {
    while true {
      if source == nil, try !openFollowing() { return false }
      guard try nextLine() else {
        source = nil
        continue
      }
      if cells.isBlank {
        cells.passOverBlanks(in: window)
        continue
      }
      count()
      return true
    }
  }

  private mutating func count() {
    tally.rows += 1
    let width = width ?? max(cells.count, required)
    self.width = width
    if cells.count < width, tally.padded == 0, isOpen {
      tally.cut += 1
    } else if cells.count < required {
      tally.padded += 1
    }
    if cells.count > width { tally.tooWide += 1 }
    if cells.isStray { tally.stray += 1 }
    tally.widest = max(tally.widest, cells.count)
  }

  /// Whether the row ends with the member, without a terminator.
  private var isOpen: Bool {
    guard window.isAtEnd, cells.length == window.available, cells.length > 0 else { return false }
    return unsafe row[cells.length - 1] != cells.dialect.terminator
  }

  /// What is wrong with a descriptor that names a column which no row has, after all rows
  /// were read.
  var descriptorFault: DarwinCoreError? {
    if table.descriptor.isFromHeader || tally.rows == 0 || tally.widest >= required { return nil }
    let reason = "meta.xml names column index \(required - 1), but no row has more than "
    return DarwinCoreError(
      table.archive.path, member: table.members[0].name, reason + "\(tally.widest) cells")
  }

  private mutating func openFollowing() throws(DarwinCoreError) -> Bool {
    guard let member = following.popFirst() else { return false }
    source = try CharacterSource.open(
      member, of: table.archive, encoding: table.descriptor.encoding)
    window.reset()
    window.fillSample(from: &source)
    cells.begin(unsafe table.descriptor.dialect.terminator(in: window.bytes))
    for _ in 0..<table.descriptor.headerLines {
      guard try nextLine() else { break }
      // A single header line tells how many cells a row has.
      if table.descriptor.headerLines == 1 {
        width = max(cells.count, required)
      }
    }
    return true
  }

  /// Goes to the next line, blank or not; false at the end of the member.
  private mutating func nextLine() throws(DarwinCoreError) -> Bool {
    window.consume(cells.length)
    cells.begin()
    cells.expected = width ?? required
    while true {
      if window.available == 0, window.isAtEnd { return false }
      switch window.available == 0 ? .needsMore : cells.split(window) {
      case .whole:
        if cells.isUnclosed { throw fault(tally.rows + 1, "a quoted cell is not closed") }
        return true
      case .tooWide:
        throw fault(tally.rows + 1, "a row has more than \(TableDescriptor.maximumColumns) cells")
      case .needsMore:
        if try window.fill(from: &source) { continue }
        throw fault(tally.rows + 1, "a row is longer than \(RowWindow.rowLimit >> 20) MiB")
      }
    }
  }

  /// What is wrong with a row, which is named by its number.
  func fault(_ row: Int, _ reason: String) -> DarwinCoreError {
    let index = table.members.count - following.count - 1
    return DarwinCoreError(
      table.archive.path, member: table.members[index].name, "row \(row): \(reason)")
  }
}
