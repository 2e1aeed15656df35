import ArgumentParser
import ByteStreams
import ImageRecords
import Invocation
import Pixels
import Records
import Threads

@main
struct ImgResize: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-resize",
    abstract: "Make pictures of the size that a model wants.",
    version: version)

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: [.customShort("d"), .customLong("directory")],
    help: ArgumentHelp("Write the new pictures below DIR.", valueName: "dir"))
  var directory: String

  @Option(help: ArgumentHelp("The longer side has at most N pixels.", valueName: "n"))
  var maxSide: Int?

  @Option(help: ArgumentHelp("The shorter side keeps at least N pixels.", valueName: "n"))
  var minSide: Int?

  @Flag(help: "Make small pictures larger, too.")
  var enlarge = false

  @Option(help: ArgumentHelp("The format of the new pictures.", valueName: "format"))
  var format = Resizing.Format.jpeg

  @Option(
    help: ArgumentHelp("How good they are, from 1 to 100. (default: 90)", valueName: "quality"))
  var quality: Int?

  @Option(
    help: ArgumentHelp("Leave FOLDER, in which they lie, out of their names.", valueName: "folder"))
  var from: String?

  @Option(help: ArgumentHelp("Files decoded at once. (default: as many as cores)", valueName: "n"))
  var jobs: Int?

  @OptionGroup var paths: BaseOptions

  @OptionGroup var failing: FailureOptions

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  /// What the new pictures are to be.
  var resizing: Resizing {
    Resizing(
      size: SizeRule(maxSide: maxSide, minSide: minSide, enlarges: enlarge), format: format,
      quality: quality ?? 90)
  }

  func validate() throws {
    if directory.isEmpty { throw ValidationError("--directory takes the name of a folder") }
    if maxSide == nil, minSide == nil {
      throw ValidationError("take --max-side or --min-side, or both")
    }
    for (option, value, range) in [
      ("--max-side", maxSide, 1...65_500), ("--min-side", minSide, 1...65_500),
      ("--quality", quality, 1...100), ("--jobs", jobs, 1...1024),
    ] {
      guard let value, !(range ~= value) else { continue }
      throw ValidationError(
        "\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
    if let maxSide, let minSide, minSide > maxSide {
      throw ValidationError("--min-side is no larger than --max-side")
    }
    if format == .png, quality != nil { throw ValidationError("--format png has no --quality") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let folder = try paths.open()
    var records = try RecordInput.open(
      files, stream, diagnostics, beside: ["--failures": failing.failures])
    let resizer = try Resizes.open(self, folder, &records.scanner, diagnostics)
    let room = ResizeWork.room(self, folder, threads: jobs ?? Worker.cores)
    var way = OrderedRecords(through: resizer, room)
    let progress = Progress(diagnostics, messages)
    while try way.advance(&records) {
      progress.show { _ in "\(records.count) records" }
    }
    let tally = try way.finish().finish(failing.tolerate, of: records.count)
    progress.clear()
    diagnostics.say(tally.summary(of: records.count))
    try records.finish()
  }
}
