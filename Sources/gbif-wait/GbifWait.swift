import ArgumentParser
import GBIF
import GBIFClient
import Invocation

@main
struct GbifWait: Tool {
  static let configuration = CommandConfiguration(
    commandName: "gbif-wait",
    abstract: "Wait until GBIF's downloads have ended, and fetch their files.",
    version: version)

  @Argument(
    help: ArgumentHelp(
      "Keys or DOIs of downloads; without any, records with a 'key' on the standard input.",
      valueName: "key"))
  var keys: [String] = []

  @Option(help: ArgumentHelp("Fetch the files into DIR.", valueName: "dir"))
  var download: String?

  @Option(
    help: ArgumentHelp(
      "The first wait between two questions, or two tries for a file; it grows to 5 minutes.",
      valueName: "time"))
  var interval: TimeSpan?

  @Option(help: ArgumentHelp("Wait no longer than this in all.", valueName: "time"))
  var timeout: TimeSpan?

  @OptionGroup var service: ServiceOptions
  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    for key in keys where key != "-" && DownloadReference(key) == nil {
      throw ValidationError("'\(key)' is neither the key nor the DOI of a download")
    }
    if download == "" { throw ValidationError("--download takes the name of a folder") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let references = try References.open(keys, stream, diagnostics)
    var output = try stream.openOutput()
    var writer = StatusWriter()
    var waiting = try Waiting.open(self, references, diagnostics)
    while let ended = try waiting.next() {
      try writer.write(ended.status, path: ended.path, to: &output)
      if let failure = ended.failure { diagnostics.report(failure) }
    }
    try waiting.finish()
    try stream.finish(output)
  }
}
