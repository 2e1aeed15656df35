import ByteStreams
import Invocation
import Records

/// Where a record passes: it is looked at, put by where it has to wait for all others, and
/// leaves with its set.
struct Stations: ~Copyable {
  private let options: OccSplit
  private let progress: Progress
  private let reader: TraitsReader
  private var placement: Placement
  private var outlet: Outlet
  /// `nil` where nothing has to wait.
  private var putBy: PutBy?

  static func begin(
    _ options: OccSplit, _ placement: Placement, _ progress: Progress,
    _ scanner: inout RecordScanner
  ) throws -> Stations {
    let reader = TraitsReader(options, &scanner)
    let outlet = try Outlet.open(options, reader, placement.sets, &scanner)
    let putBy = placement.waits ? try PutBy.create(from: options.files) : nil
    return Stations(options, placement, progress, reader, outlet, putBy)
  }

  private init(
    _ options: OccSplit, _ placement: Placement, _ progress: Progress, _ reader: TraitsReader,
    _ outlet: consuming Outlet, _ putBy: consuming PutBy?
  ) {
    self.options = options
    self.placement = placement
    self.progress = progress
    self.reader = reader
    self.outlet = outlet
    self.putBy = putBy
  }

  /// Lets all records pass.
  mutating func pass(_ records: inout RecordInput) throws {
    while let record = try records.next(flushing: &outlet.output) {
      if putBy == nil {
        try outlet.write(record, placement)
      } else {
        placement.survey(reader.traits(of: record))
        try putBy?.append(record)
      }
      if record.ordinal & 0xFFF == 0 { progress.show { _ in "\(record.ordinal) records" } }
    }
  }

  /// Lets out what had to wait, and says what became of all.
  consuming func finish(_ scanner: inout RecordScanner, _ diagnostics: Diagnostics) throws {
    // What was interrupted leaves an old file as it was: nothing would come of it.
    if Signals.interruption == nil || !outlet.output.isPending { try letOut(&scanner) }
    progress.clear()
    let (options, placement) = (options, placement)
    let summary = try outlet.finish()
    for line in summary.lines(options, placement) { diagnostics.say(line) }
  }

  private mutating func letOut(_ scanner: inout RecordScanner) throws(StreamError) {
    guard let records = try putBy.take()?.finish() else { return }
    if placement.heldOutSpecies > 0 {
      try records.forEach(&scanner) { record throws(StreamError) in
        placement.holdOut(reader.traits(of: record))
      }
    }
    placement.settle()
    try records.forEach(&scanner) { record throws(StreamError) in
      try outlet.write(record, placement)
    }
  }
}
