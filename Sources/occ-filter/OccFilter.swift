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

  @Option(help: ArgumentHelp("Keep the first N records, of each group with --per.", valueName: "n"))
  var head: Int?

  @Option(
    help: ArgumentHelp("The field that makes the groups.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var per: FieldExpression?

  @Flag(help: "Print what the predicate means, and read no records.")
  var explain = false

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    if per != nil, head == nil { throw ValidationError("--per goes with --head") }
    if let head, head < 1 { throw ValidationError("--head takes a number from 1 up") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let (predicate, files) = try operandsByMeaning()
    if explain { return try print(Explanation(predicate)) }
    var records = try RecordInput.open(files, stream, diagnostics)
    var rules = Rules(self, predicate, &records.scanner)
    var output = try stream.openOutput()
    while let unjudged = try Self.pass(&records, by: &rules, to: &output) {
      try records.reject(unjudged.line, unjudged.reason)
    }
    try stream.finish(output)
    diagnostics.say(rules.summary(of: records.count))
    try records.finish()
  }

  /// Writes the records that are to be kept, until the end or until one can't be judged.
  private static func pass(
    _ records: inout RecordInput, by rules: inout Rules, to output: inout LineWriter
  ) throws -> (line: [UInt8], reason: String)? {
    while let record = try records.next(flushing: &output) {
      switch rules.verdict(on: record) {
      case .keep:
        output.append(record.bytes)
        try output.endLine()
      case .drop: break
      case .reject(let reason): return (record.bytes.indices.map { record.bytes[$0] }, reason)
      }
    }
    return nil
  }
}
