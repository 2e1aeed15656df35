import ArgumentParser
import Invocation
import Records
import Values

@main
struct OccSplit: Tool {
  static let configuration = CommandConfiguration(
    commandName: "occ-split",
    abstract: "Divide records among sets for training, validation and test.",
    version: version)

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp("The sets and their shares: train=80,val=10,test=10.", valueName: "shares"),
    transform: Shares.init)
  var set: Shares?

  @Option(help: ArgumentHelp("K sets of one size, fold0 and so on.", valueName: "k"))
  var folds: Int?

  @Option(
    help: ArgumentHelp(
      "Keep the records with one value of FIELD in one set (default: of the id).",
      valueName: "field"),
    transform: FieldExpression.init(_:))
  var by: [FieldExpression] = []

  @Option(help: ArgumentHelp("Another SEED draws other sets (default: 0).", valueName: "seed"))
  var seed: UInt64?

  @Flag(help: "Deal the records out so that the sets have exactly their shares.")
  var exact = false

  @Option(
    help: ArgumentHelp("With --exact: of each value of FIELD.", valueName: "field"),
    transform: FieldExpression.init(_:))
  var stratify: FieldExpression?

  @Option(
    help: ArgumentHelp(
      "Put species with fewer than N records into the set test_ood.", valueName: "n"))
  var holdOutBelow: Int?

  @Option(
    help: ArgumentHelp("Leave groups in the sets that they have in FILE.", valueName: "file"))
  var previous: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep a number for each species in FILE, and add those of new ones.", valueName: "file"))
  var classMap: String?

  @Option(
    help: ArgumentHelp(
      "The field that tells the species (default: speciesKey).", valueName: "field"),
    transform: FieldExpression.init(_:))
  var label: FieldExpression?

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func run(_ diagnostics: Diagnostics) throws {
    let sideFiles: SideFiles = ["--class-map": classMap]
    try stream.check(sideFiles, apartFrom: previous)
    var records = try RecordInput.open(files, stream, diagnostics, beside: sideFiles)
    let placement = try placementOfPrevious(before: &records, diagnostics)
    let progress = Progress(diagnostics, messages)
    var stations = try Stations.begin(self, placement, progress, &records.scanner)
    try stations.pass(&records)
    try stations.finish(&records.scanner, diagnostics)
    try records.finish()
  }
}
