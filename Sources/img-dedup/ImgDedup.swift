import ArgumentParser
import ByteStreams
import ImageRecords
import Invocation
import Records

@main
struct ImgDedup: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-dedup",
    abstract: "Keep one record of each picture.",
    version: version)

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Take files with the same bytes for the same picture (the default).")
  var exact = false

  @Flag(help: "Take files that decode to the same pixels for the same picture.")
  var pixels = false

  @Option(
    help: ArgumentHelp(
      "Take pictures whose hashes differ in RADIUS of 64 bits or less for the same.",
      valueName: "radius"))
  var similar: Int?

  @Option(
    help: ArgumentHelp(
      "Of the records of a picture keep the best, or the first that comes.", valueName: "rule"))
  var keep = KeepRule.best

  @Option(help: ArgumentHelp("The field with the label of a record.", valueName: "field"))
  var label = FieldPath(names: ["speciesKey"])

  @Option(
    help: ArgumentHelp("Keep or drop pictures with more than one label.", valueName: "rule"))
  var conflicts = ConflictRule.keep

  @Flag(help: "Pass on duplicates too, with the member duplicate.")
  var mark = false

  @Option(
    help: ArgumentHelp("Keep or drop the records that have no picture.", valueName: "rule"))
  var failed = FailedRule.drop

  @Option(help: ArgumentHelp("Write the records of duplicates to FILE.", valueName: "file"))
  var duplicates: String?

  @Option(help: ArgumentHelp("Write a page of what is the same to FILE.", valueName: "file"))
  var report: String?

  @Flag(help: "Show on the page only pictures with more than one label.")
  var reportConflicts = false

  @Option(
    help: ArgumentHelp("Drop pictures that are in the set of FILE already.", valueName: "file"))
  var against: [String] = []

  @Option(help: ArgumentHelp("Files decoded at once. (default: as many as cores)", valueName: "n"))
  var jobs: Int?

  @OptionGroup var paths: BaseOptions

  @Option(help: ArgumentHelp("Failures to be taken for success.", valueName: "n|p%"))
  var tolerate: Tolerance?

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  /// When two pictures are the same.
  var notion: Notion { similar.map { .similar(radius: $0) } ?? (pixels ? .pixels : .exact) }

  func validate() throws {
    if [exact, pixels, similar != nil].count(where: { $0 }) > 1 {
      throw ValidationError("take one of --exact, --pixels and --similar")
    }
    if let similar, !(0...Notion.largestRadius ~= similar) {
      throw ValidationError("--similar takes a number of bits from 0 to \(Notion.largestRadius)")
    }
    if let jobs, !(1...1024 ~= jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024")
    }
    if against.contains("-"), files.isEmpty || files.contains("-") {
      throw ValidationError("--against - takes the standard input: name the files of records")
    }
    if keep == .first, conflicts == .drop {
      throw ValidationError("--conflicts drop needs to see all records: not with --keep first")
    }
    if reportConflicts, report == nil {
      throw ValidationError("--report-conflicts goes with --report")
    }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let folder = try paths.open()
    let sideFiles: SideFiles = ["--duplicates": duplicates, "--report": report]
    try stream.check(sideFiles, apartFrom: against)
    var records = try RecordInput.open(files, stream, diagnostics, beside: sideFiles)
    let progress = Progress(diagnostics, messages)
    let others = try readOthers(before: &records, folder, diagnostics, progress)
    // By a part of the other sets, pictures would pass that are in them.
    if Signals.interruption != nil { return }
    let selection = try Selection.begin(self, beside: others, &records.scanner)
    var pictures = Pictures.inOrder(to: selection, folder, self, &records.scanner, diagnostics)
    while try pictures.advance(&records) {
      progress.show { _ in "\(records.count) records" }
    }
    let chosen = pictures.finish().finish(tolerate, of: records.count)
    let tally = try chosen.finish()
    progress.clear()
    diagnostics.say(tally.summary(self))
    try records.finish()
  }
}
