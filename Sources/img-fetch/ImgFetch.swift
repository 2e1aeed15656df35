import ArgumentParser
import ByteStreams
import Fetching
import ImageRecords
import Invocation
import Network
import Records
import Transfers

@main
struct ImgFetch: Tool {
  static let configuration = CommandConfiguration(
    commandName: "img-fetch",
    abstract: "Fetch the pictures that records name, and add what came of it.",
    version: version)

  @Argument(help: ArgumentHelp("Files of records or of URLs.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: [.customShort("d"), .customLong("directory")],
    help: ArgumentHelp("Write the pictures below DIR.", valueName: "dir"))
  var directory = "images"

  @Option(
    name: [.customShort("C"), .customLong("base")],
    help: ArgumentHelp("Take paths of pictures from BASE on.", valueName: "base"))
  var base: String?

  @Option(help: ArgumentHelp("The field with the URL.", valueName: "field"))
  var url: FieldPath?

  @Option(help: ArgumentHelp("The name of a picture below DIR.", valueName: "template"))
  var name = NameTemplate.standard

  @Flag(help: "Fetch media of every type, not still images alone.")
  var anyType = false

  @Option(help: ArgumentHelp("Requests in flight at once.", valueName: "n"))
  var concurrency = 64

  @Option(
    help: ArgumentHelp("Requests in flight at once to one host. (default: 8)", valueName: "n"))
  var perHost: Int?

  @Option(
    help: ArgumentHelp("Requests a second to one host, or none. (default: 10)", valueName: "n"))
  var rate: RequestRate?

  @Option(help: ArgumentHelp("The limits of the hosts in FILE.", valueName: "file"))
  var hosts: String?

  @Option(help: ArgumentHelp("Further tries after a temporary failure.", valueName: "n"))
  var retries = 4

  @Option(help: ArgumentHelp("The time that one transfer may take.", valueName: "time"))
  var timeout = TimeSpan(seconds: 300)

  @Option(help: ArgumentHelp("The largest picture to be fetched.", valueName: "size"))
  var maxBytes = ByteCount(256 << 20)

  @Flag(help: "Let records go in the order in which they come.")
  var keepOrder = false

  @Option(help: ArgumentHelp("Take one of N parts of all hosts.", valueName: "i/n"))
  var shard: Shard?

  @Option(help: ArgumentHelp("Divide the parts by a field, not by host.", valueName: "field"))
  var shardBy: FieldPath?

  @Option(
    help: ArgumentHelp(
      "Fetch the smallest size that a host has with N pixels or more.",
      valueName: "n"))
  var maxSide: Int?

  @Flag(help: "Fetch nothing; show what would be asked of which host, and how long it takes.")
  var plan = false

  @Option(help: ArgumentHelp("With --plan: how long N machines take.", valueName: "n"))
  var machines: Int?

  @Flag(help: "Try again what failed for good in an earlier run.")
  var retryFailed = false

  @Flag(help: "Fetch also what its host asks not to be used for machine learning or indexes.")
  var ignoreRobotsTag = false

  @OptionGroup var failing: FailureOptions

  @OptionGroup var network: NetworkOptions
  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  /// What the paths of all pictures begin with: the folder and a slash, if it has a name.
  var folder: String { PictureFolder.prefix(of: directory) }

  /// The records of the input; lines that are none are URLs.
  func openRecords(_ diagnostics: Diagnostics) throws -> RecordInput {
    var records = try RecordInput.open(
      files, stream, diagnostics, beside: ["--failures": failing.failures])
    records.takesURLs = true
    return records
  }

  func run(_ diagnostics: Diagnostics) throws {
    if plan { return try showPlan(diagnostics) }
    var records = try openRecords(diagnostics)
    var pipeline = try Pipeline.open(self, &records.scanner, diagnostics)
    try pipeline.run(&records)
    try pipeline.finish()
    try records.finish()
  }
}
