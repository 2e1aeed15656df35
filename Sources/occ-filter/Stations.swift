import ByteStreams
import Invocation
import Predicates
import Records

/// Where a record passes on its way out, in order: the rules that look at it alone, and the
/// choice among those that are left.
struct Stations: ~Copyable {
  private let options: OccFilter
  private let hasPredicate: Bool
  private let progress: Progress
  private var unseen: UnseenFields
  private var rules: Rules
  private var choice: Choice
  private var output: LineWriter

  static func begin(
    _ options: OccFilter, _ predicate: Predicate?, _ files: [String], _ progress: Progress,
    _ scanner: inout RecordScanner
  ) throws -> Stations {
    let choice = try Choice.begin(options, files, &scanner)
    let output = try options.stream.openOutput()
    return Stations(options, predicate, progress, choice, output, &scanner)
  }

  private init(
    _ options: OccFilter, _ predicate: Predicate?, _ progress: Progress,
    _ choice: consuming Choice, _ output: consuming LineWriter, _ scanner: inout RecordScanner
  ) {
    self.options = options
    self.progress = progress
    hasPredicate = predicate != nil
    unseen = UnseenFields(options, predicate, &scanner)
    rules = Rules(options, predicate, &scanner)
    self.choice = choice
    self.output = output
  }

  /// Lets the records pass, until the end or until one can't be judged.
  mutating func pass(
    _ records: inout RecordInput
  ) throws -> (line: [UInt8], reason: String)? {
    while let record = try records.next(flushing: &output) {
      if record.ordinal & 0xFFF == 0 { progress.show { _ in "\(record.ordinal) records" } }
      unseen.look(at: record)
      switch rules.verdict(on: record) {
      case .keep: try choice.take(record, &output)
      case .drop: break
      case .reject(let reason): return (record.bytes.indices.map { record.bytes[$0] }, reason)
      }
    }
    return nil
  }

  /// Lets out what had to wait, and says what became of so many records.
  consuming func finish(of count: Int, _ diagnostics: Diagnostics) throws {
    progress.clear()
    // What was interrupted leaves an old file as it was: nothing would come of it.
    if Signals.interruption == nil || !output.isPending { try choice.finish(&output) }
    var tally = choice.tally
    tally.droppedByPredicate = rules.droppedByPredicate
    tally.droppedByUnique = rules.droppedByUnique
    let remark = unseen.remark
    let (options, hasPredicate) = (options, hasPredicate)
    try options.stream.finish(output)
    diagnostics.say(tally.summary(of: count, options, hasPredicate: hasPredicate))
    if count > 0, let remark { diagnostics.say(remark) }
  }
}
