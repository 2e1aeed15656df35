import ArgumentParser
import ByteStreams
import Fetching
import Invocation
import Network
import Transfers

@main
struct ImgPut: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-put",
    abstract: "Send the files of records away, and add where they are.",
    version: version)

  @Argument(
    help: ArgumentHelp(
      "Where to: sftp://user@host/path, s3://bucket/prefix, https://host/path.", valueName: "url"))
  var url: String

  @Argument(help: ArgumentHelp("Files of records.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var paths: BaseOptions

  @Flag(help: "Remove each file that this kit wrote, once it was sent and its size looked at.")
  var removeLocal = false

  @Flag(help: "Send and remove nothing; tell what would be.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Files sent at once. (default: 16, by sftp 8)", valueName: "n"))
  var concurrency: Int?

  @Option(help: ArgumentHelp("Further tries after a temporary failure.", valueName: "n"))
  var retries = 4

  @Option(help: ArgumentHelp("The time that one transfer may take.", valueName: "time"))
  var timeout = TimeSpan(seconds: 600)

  @Flag(help: "Let records go in the order in which they come.")
  var keepOrder = false

  @OptionGroup var place: PlaceOptions

  @OptionGroup var failing: FailureOptions

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    for (option, value, range) in [
      ("--concurrency", concurrency ?? 1, 1...1000), ("--retries", retries, 0...1000),
    ] where !range.contains(value) {
      throw ValidationError(
        "\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
    if !(.seconds(1)...(.seconds(86_400)) ~= timeout.duration) {
      throw ValidationError("--timeout takes a time from 1s to 1d")
    }
    if place.readsInput, files.isEmpty || files.contains("-") {
      throw ValidationError("the standard input has the password: name files of records")
    }
    do throws(AddressError) {
      try place.check(try Address(url))
    } catch {
      throw ValidationError(error.description)
    }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let folder = try paths.open()
    let destination = try place.destination(try Address(url))
    var records = try RecordInput.open(
      files, stream, diagnostics, beside: ["--failures": failing.failures])
    var pipeline = try Pipeline.open(self, folder, destination, &records.scanner, diagnostics)
    try pipeline.run(&records)
    try pipeline.finish()
    try records.finish()
  }
}
