import ByteStreams
import Invocation
import Records

/// A page of the pictures that are the same, side by side: with what was kept, and why.
///
/// A card of each record is put by, and at the end those of the groups to be shown are read.
struct Report: ~Copyable {
  private let options: ImgDedup
  private let folder: BaseFolder
  private let output: LineWriter
  private var spool: Spool
  private var cards: CardReader
  /// The groups that have a duplicate: all others have a single record.
  private var groups: Set<GroupKey> = []

  /// A report to the file that the options name; `nil` where they name none.
  static func open(
    _ options: ImgDedup, _ scanner: inout RecordScanner
  ) throws(StreamError) -> Report? {
    guard let path = options.report else { return nil }
    return Report(
      options, try options.paths.open(), try .file(path), try .create(), &scanner)
  }

  private init(
    _ options: ImgDedup, _ folder: BaseFolder, _ output: consuming LineWriter,
    _ spool: consuming Spool, _ scanner: inout RecordScanner
  ) {
    self.options = options
    self.folder = folder
    self.output = output
    self.spool = spool
    cards = CardReader(label: options.label, &scanner)
  }

  /// Prepares for records of another scanner.
  mutating func read(with scanner: inout RecordScanner) {
    cards = CardReader(label: options.label, &scanner)
  }

  /// Notes what became of a record that has a picture.
  mutating func note(
    _ record: borrowing Record, _ picture: Picture, _ duplicate: Duplicate?
  ) throws(StreamError) {
    let group = GroupKey(duplicate?.of ?? cards.name(of: record))
    if duplicate != nil { groups.insert(group) }
    let line = cards.line(record, picture, duplicate, group: group)
    try spool.append(line.span)
  }

  /// Writes the page; after an interruption the old one stays as it was.
  consuming func finish(_ tally: Tally) throws {
    guard Signals.interruption == nil else { return }
    let (options, groups) = (options, groups)
    let spooled = try spool.finish()
    let ranking = try Self.rank(groups, spooled)
    let shown = try Self.gather(
      ranking.shown(onlyConflicts: options.reportConflicts), from: spooled)
    var page = ReportPage(options, folder, output)
    try page.begin(tally.summary(options), ranking, shown: shown.count)
    try page.add(shown)
    if Signals.interruption == nil { try page.finish() }
  }

  private static func rank(
    _ groups: Set<GroupKey>, _ spooled: borrowing SpooledLines
  ) throws -> GroupRanking {
    var ranking = GroupRanking()
    var lines = try CardLines(spooled)
    try lines.forEach(where: groups.contains) { ranking.add($1.values[.label], to: $0) }
    return ranking
  }

  private static func gather(
    _ wanted: Set<GroupKey>, from spooled: borrowing SpooledLines
  ) throws -> [ReportGroup] {
    var groups: [GroupKey: ReportGroup] = [:]
    var lines = try CardLines(spooled)
    try lines.forEach(where: wanted.contains) { groups[$0, default: ReportGroup()].add($1) }
    return groups.values.sorted(by: ReportGroup.precedes)
  }
}
