import ByteStreams
import Invocation
import Records

/// Decides which record of each picture is kept, and hands all of them on.
struct Selection: ~Copyable, PictureTaker {
  private var outlet: Outlet
  private var tally = Tally()
  private var report: Report?
  /// Where the first of a picture is kept: then nothing has to wait.
  private var firstComers: FirstComers?
  /// Where the best is.
  private var roster: Roster?
  private var putBy: PutBy?

  static func begin(
    _ options: ImgDedup, beside others: OtherSet, _ scanner: inout RecordScanner
  ) throws -> Selection {
    let putBy = options.keep == .best ? try PutBy.create() : nil
    return Selection(
      options, others, try Outlet.open(options), putBy, try Report.open(options, &scanner), &scanner
    )
  }

  private init(
    _ options: ImgDedup, _ others: OtherSet, _ outlet: consuming Outlet,
    _ putBy: consuming PutBy?, _ report: consuming Report?, _ scanner: inout RecordScanner
  ) {
    switch options.keep {
    case .first:
      firstComers = FirstComers(
        options, beside: others, tells: outlet.tellsDuplicates || options.report != nil, &scanner)
    case .best: roster = Roster(options, beside: others, &scanner)
    }
    self.outlet = outlet
    self.putBy = putBy
    self.report = report
  }

  /// Takes a record with what it has to show.
  mutating func take(_ record: borrowing Record, _ standing: Standing) throws {
    tally.note(standing)
    guard putBy != nil else { return try handOn(record, standing) }
    if case .picture(let picture) = standing {
      roster?.note(record, picture)
      try putBy?.append(record, picture)
    } else if outlet.passesAll {
      try putBy?.append(record, nil)
    }
  }

  mutating func flush() throws { try outlet.output.flush() }

  /// Hands on what was put by, writes all, and says what became of the records.
  consuming func finish() throws -> Tally {
    if let putBy = putBy.take() {
      let spooled = try putBy.finish()
      try choose(from: spooled)
    }
    tally.conflicts = roster?.conflicts ?? firstComers?.conflicts ?? 0
    let tally = tally
    let report = report.take()
    try outlet.finish()
    try report?.finish(tally)
    return tally
  }

  private mutating func handOn(_ record: borrowing Record, _ standing: Standing) throws {
    let isMarked = firstComers?.isMarked(record) ?? false
    guard case .picture(let picture) = standing else {
      return try outlet.pass(record, isMarked: isMarked)
    }
    try handOn(record, picture, firstComers?.verdict(on: record, picture), isMarked: isMarked)
  }

  private mutating func handOn(
    _ record: borrowing Record, _ picture: Picture, _ duplicate: Duplicate?, isMarked: Bool
  ) throws {
    try report?.note(record, picture, duplicate)
    if let duplicate { return try outlet.setAside(record, duplicate) }
    tally.kept += 1
    try outlet.keep(record, isMarked: isMarked)
  }
}

extension Selection {
  private mutating func choose(from spooled: borrowing SpooledLines) throws {
    if roster?.needsContest == true { try holdContest(over: spooled) }
    roster?.decide()
    try handBack(spooled)
  }

  private mutating func holdContest(over spooled: borrowing SpooledLines) throws {
    var reader = try PutByReader(spooled)
    roster?.read(with: &reader.scanner)
    try reader.forEach { record, picture in
      if let picture { roster?.hold(record, picture) }
    }
  }

  private mutating func handBack(_ spooled: borrowing SpooledLines) throws {
    var reader = try PutByReader(spooled)
    roster?.read(with: &reader.scanner)
    report?.read(with: &reader.scanner)
    try reader.forEach { record, picture in try handBack(record, picture) }
  }

  private mutating func handBack(_ record: borrowing Record, _ picture: Picture?) throws {
    let isMarked = roster?.isMarked(record) ?? false
    guard let picture else { return try outlet.pass(record, isMarked: isMarked) }
    try handOn(record, picture, roster?.verdict(on: record, picture), isMarked: isMarked)
  }
}
