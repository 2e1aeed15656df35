import ArgumentParser
import ByteStreams
import ImageRecords
import Invocation
import Threads

/// `img-check`: records of pictures that are truly there.
@main
struct ImgCheck: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-check",
    abstract: "Look whether the pictures of records are there and whole.",
    version: version)

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Decode the pictures to their end, too.")
  var decode = false

  @OptionGroup var pruning: PruneOptions

  @Option(help: ArgumentHelp("Files read at once. (default: as many as cores)", valueName: "n"))
  var jobs: Int?

  @OptionGroup var paths: BaseOptions

  @OptionGroup var failing: FailureOptions

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    guard let jobs, !(1...1024 ~= jobs) else { return }
    throw ValidationError("--jobs takes a number from 1 to 1024")
  }

  func run(_ diagnostics: Diagnostics) throws {
    let folder = try paths.open()
    let pruned = try pruning.prune.map { try PrunedFolder($0, in: folder) }
    var records = try RecordInput.open(
      files, stream, diagnostics, beside: ["--failures": failing.failures])
    let checks = try Checks.open(self, folder, pruned, &records.scanner, diagnostics)
    var way = OrderedRecords(through: checks, CheckWork.room(self, folder))
    let progress = Progress(diagnostics, messages)
    while try way.advance(&records) {
      progress.show { _ in "\(records.count) records" }
    }
    let findings = try way.finish().finish(failing.tolerate, of: records.count)
    progress.clear()
    for line in findings.tally.summary(of: records.count) { diagnostics.say(line) }
    let hasBadLines = records.hasBadLines
    try records.finish()
    guard let pruned else { return }
    try Pruning(pruned, pruning, folder, diagnostics)
      .prune(findings.named, hasBadLines: hasBadLines)
  }
}
