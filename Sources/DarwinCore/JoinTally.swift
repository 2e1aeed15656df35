/// What became of the rows of an archive.
public struct JoinTally {
  /// Rows of the core, and how many of them had media.
  public var coreRows = 0
  public var withMedia = 0
  /// Rows of media, how many of them name no row of the core, and how many are of a type that
  /// is not wanted.
  public var mediaRows = 0
  public var orphans = 0
  public var unwanted = 0
  /// Records written.
  public var records = 0
  /// Rows with too few and with too many cells.
  public var padded = 0
  public var tooWide = 0
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
    tally.unwanted += other.unwanted
    tally.records += other.records
    tally.padded += other.padded
    tally.tooWide += other.tooWide
    tally.replacements += other.replacements
  }

  mutating func add(_ rows: TableReader.Tally) {
    padded += rows.padded
    tooWide += rows.tooWide
  }
}
