import ArgumentParser
import ByteStreams
import Invocation
import PredicateOptions
import Predicates
import Records
import Values

@main
struct OccFilter: Tool {
  static let configuration = CommandConfiguration(
    commandName: "occ-filter",
    abstract: "Keep the records that fulfil a predicate, are new, and are not too many.",
    version: version)

  @Argument(
    help: ArgumentHelp(
      "The predicate, unless an option gives it; then files of records.", valueName: "operand"))
  var operands: [String] = []

  @OptionGroup var predicate: PredicateOptions

  @Option(
    help: ArgumentHelp(
      "Keep the first record of each value of FIELD, or of several together.",
      valueName: "fields"),
    transform: FieldExpressionList.init)
  var unique: [FieldExpressionList] = []

  @Option(
    help: ArgumentHelp(
      "Drop the groups of --per that have fewer than N records.", valueName: "n"))
  var min: Int?

  @Option(help: ArgumentHelp("Keep the first N records, of each group with --per.", valueName: "n"))
  var head: Int?

  @Option(
    help: ArgumentHelp(
      "Keep N records drawn at random, of each group with --per.", valueName: "n"))
  var sample: Int?

  @Option(
    help: ArgumentHelp("The field that makes the groups.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var per: FieldExpression?

  @Option(
    help: ArgumentHelp("The same as --sample 1 --per FIELD.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var onePer: FieldExpression?

  @Option(help: ArgumentHelp("Another SEED draws other records (default: 0).", valueName: "seed"))
  var seed: UInt64?

  @Flag(help: "Print how many records there are, of each group with --per, not the records.")
  var count = false

  @Flag(help: "Print what the predicate means, and read no records.")
  var explain = false

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func run(_ diagnostics: Diagnostics) throws {
    let (predicate, files) = try operandsByMeaning()
    if explain { return try print(Explanation(predicate)) }
    var records = try RecordInput.open(files, stream, diagnostics)
    let progress = Progress(diagnostics, messages)
    var stations = try Stations.begin(self, predicate, files, progress, &records.scanner)
    while let unjudged = try stations.pass(&records) {
      try records.reject(unjudged.line, unjudged.reason)
    }
    try stations.finish(of: records.count, diagnostics)
    try records.finish()
  }
}
