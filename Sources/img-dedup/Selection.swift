import ByteStreams
import Records

/// Decides which record of each picture is kept, and hands all of them on.
struct Selection: ~Copyable {
  /// Where records leave.
  var outlet: Outlet
  private var tally = Tally()
  private let label: Field
  private var groups = Groups()
  /// `nil` where the first of a picture is kept: then nothing has to wait.
  private var putBy: PutBy?

  static func begin(_ options: ImgDedup, _ scanner: inout RecordScanner) throws -> Selection {
    let label = scanner.field(FieldPath(names: ["speciesKey"]))
    let putBy = options.keep == .best ? try PutBy.create() : nil
    return Selection(label, try Outlet.open(options), putBy)
  }

  private init(_ label: Field, _ outlet: consuming Outlet, _ putBy: consuming PutBy?) {
    self.label = label
    self.outlet = outlet
    self.putBy = putBy
  }

  /// Takes a record with what it has to show.
  mutating func take(_ record: borrowing Record, _ standing: Standing) throws {
    tally.note(standing)
    var isNew = false
    if case .picture(let picture) = standing {
      isNew = groups.note(picture, label: record.text(of: label)?.hash())
    }
    if putBy == nil {
      try handOn(record, standing, isKept: isNew)
    } else if outlet.passesAll || standing.isPicture {
      try putBy?.append(record, standing)
    }
  }

  /// Hands on what was put by, writes all, and says what became of the records.
  consuming func finish() throws -> Tally {
    if let putBy = putBy.take() { try choose(from: try putBy.finish()) }
    tally.conflicts = groups.conflicts
    let tally = tally
    try outlet.finish()
    return tally
  }

  private mutating func choose(from spooled: consuming SpooledLines) throws {
    var contest = Contest()
    if groups.repeated > 0 { try contest.hold(PutByReader(spooled), groups) }
    var reader = try PutByReader(spooled)
    while let standing = try reader.nextStanding() {
      let identity = reader.identity
      let record = try reader.record()
      var isKept = false
      if case .picture(let picture) = standing {
        isKept = contest.takeWinner(of: picture, record, identity)
      }
      try handOn(record, standing, isKept: isKept)
    }
  }

  private mutating func handOn(
    _ record: borrowing Record, _ standing: Standing, isKept: Bool
  ) throws {
    switch standing {
    case .picture where isKept:
      tally.kept += 1
      try outlet.keep(record)
    case .picture: try outlet.setAside(duplicate: record)
    case .none: try outlet.pass(record, image: nil)
    case .unreadable(let image): try outlet.pass(record, image: image)
    }
  }
}

extension Standing {
  fileprivate var isPicture: Bool {
    if case .picture = self { true } else { false }
  }
}
