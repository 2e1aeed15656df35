/// What became of the rows of an archive.
public struct JoinTally {
  /// Rows of the core.
  public var coreRows = 0
  /// Rows of the core that have media.
  public var withMedia = 0
  /// Rows of media.
  public var mediaRows = 0
  /// Rows of media that name no row of the core.
  public var orphans = 0
  /// Rows of other extensions that name no row of the core.
  public var otherOrphans = 0
  /// Rows of media of a type that is not wanted.
  public var unwanted = 0
  /// Records written.
  public var records = 0
  /// Rows with too few cells.
  public var padded = 0
  /// Last rows of a table that have no line end, and fewer cells than all others.
  public var cut = 0
  /// Rows with too many cells.
  public var tooWide = 0
  /// Rows with a quote that opens a cell and closes none.
  public var stray = 0
  /// U+FFFD that stand for bytes which are no UTF-8.
  public var replacements = 0

  /// Nothing yet.
  public init() {}

  /// Adds what was seen of another archive.
  public static func += (tally: inout JoinTally, other: JoinTally) {
    tally.coreRows += other.coreRows
    tally.withMedia += other.withMedia
    tally.mediaRows += other.mediaRows
    tally.orphans += other.orphans
    tally.otherOrphans += other.otherOrphans
    tally.unwanted += other.unwanted
    tally.records += other.records
    tally.padded += other.padded
    tally.cut += other.cut
    tally.tooWide += other.tooWide
    tally.stray += other.stray
    tally.replacements += other.replacements
  }

  mutating func add(_ rows: TableReader.Tally) {
    padded += rows.padded
    cut += rows.cut
    tooWide += rows.tooWide
    stray += rows.stray
  }
}
