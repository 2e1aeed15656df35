import ArgumentParser
import ByteStreams
import Invocation
import Records

@main
struct ImgDedup: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-dedup",
    abstract: "Keep one record of each picture: of files with the same bytes.",
    version: version)

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of the records of a picture keep the best, or the first that comes.", valueName: "rule"))
  var keep = KeepRule.best

  @Option(
    help: ArgumentHelp("Keep or drop the records that have no picture.", valueName: "rule"))
  var failed = FailedRule.drop

  @Option(help: ArgumentHelp("Write the records of duplicates to FILE.", valueName: "file"))
  var duplicates: String?

  @Option(
    name: [.customShort("C"), .customLong("base")],
    help: ArgumentHelp("Take paths of pictures from BASE on.", valueName: "base"))
  var base = "."

  @Option(help: ArgumentHelp("Failures to be taken for success.", valueName: "n|p%"))
  var tolerate: Tolerance?

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func run(_ diagnostics: Diagnostics) throws {
    var records = try RecordInput.open(
      files, stream, diagnostics, beside: ["--duplicates": duplicates])
    var pictures = Pictures(try BaseFolder(base), &records.scanner, diagnostics)
    var selection = try Selection.begin(self, &records.scanner)
    while let record = try records.next(flushing: &selection.outlet.output) {
      try selection.take(record, try pictures.standing(of: record))
    }
    let tally = try selection.finish()
    pictures.finish(tolerate, of: records.count)
    diagnostics.say(tally.summary(self))
    try records.finish()
  }
}
