import ArgumentParser
import ByteStreams
import Invocation
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
      "The predicate, unless --where gives it; then files of records.", valueName: "operand"))
  var operands: [String] = []

  @Option(help: ArgumentHelp("Keep the records that fulfil WORDS.", valueName: "words"))
  var `where`: String?

  @Option(
    help: ArgumentHelp(
      "Keep the first record of each value of FIELD, or of several together.",
      valueName: "field[,field]"),
    transform: FieldExpressionList.init)
  var unique: [FieldExpressionList] = []

  @Option(help: ArgumentHelp("Keep the first N records, of each group with --per.", valueName: "n"))
  var head: Int?

  @Option(
    help: ArgumentHelp("The field that makes the groups.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var per: FieldExpression?

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    if per != nil, head == nil { throw ValidationError("--per goes with --head") }
    if let head, head < 1 { throw ValidationError("--head takes a number from 1 up") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let (predicate, files) = try operandsByMeaning()
    var records = try RecordInput.open(files, stream, diagnostics)
    var rules = Rules(self, predicate, &records.scanner)
    var output = try stream.openOutput()
    while let record = try records.next(flushing: &output) {
      guard rules.keep(record) else { continue }
      output.append(record.bytes)
      try output.endLine()
    }
    try stream.finish(output)
    diagnostics.say(rules.summary(of: records.count))
    try records.finish()
  }
}
