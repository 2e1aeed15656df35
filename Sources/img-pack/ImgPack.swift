import ArgumentParser
import ByteStreams
import Invocation
import Records
import Values

@main
struct ImgPack: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-pack",
    abstract: "Pack records and their pictures into the shards that --output names.",
    usage: "img-pack -o <pattern> [<options>] [<file> ...]",
    version: version)

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Begin a new shard after N samples, or before one has more than SIZE bytes.",
      valueName: "n|size"))
  var shardSize: ShardSize?

  @Option(
    help: ArgumentHelp("Shards of their own for each value of FIELD.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var by: FieldExpression?

  @Flag(help: "Pack the records in the order in which they come.")
  var keepOrder = false

  @Option(help: ArgumentHelp("Another SEED gives another order (default: 0).", valueName: "seed"))
  var seed: UInt64?

  @Flag(help: "Compress the shards with zstd.")
  var zstd = false

  @Option(
    help: ArgumentHelp("Add the class of each record, by its label in FILE.", valueName: "file"))
  var classMap: String?

  @Option(
    help: ArgumentHelp("The field with the label of a record.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var label = FieldExpression(of: FieldPath(names: ["speciesKey"]))

  @OptionGroup var paths: BaseOptions

  @OptionGroup var failing: FailureOptions

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    _ = try destination()
    if keepOrder, seed != nil { throw ValidationError("--seed is of no use with --keep-order") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let sideFiles: SideFiles = ["--failures": failing.failures]
    try stream.check(sideFiles, inputs: [classMap].compactMap(\.self))
    var records = try RecordInput.open(files, stream, diagnostics, beside: sideFiles)
    var packer = try Packer.open(self, diagnostics)
    var intake = Intake(self, &records.scanner)
    let progress = Progress(diagnostics, messages)
    while try intake.pass(&records, to: &packer) {
      progress.show { _ in "\(records.count) records" }
    }
    var sorted = try intake.finish()
    while Signals.interruption == nil, let sample = try sorted.next() {
      try packer.pack(sample.line, of: sample.value)
      progress.show { _ in "\(packer.tally.packed) of \(sorted.count) packed" }
    }
    progress.clear()
    diagnostics.say(try packer.finish(self, of: records.count))
    try records.finish()
  }
}
