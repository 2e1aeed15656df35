import ArgumentParser
import ByteStreams
import DarwinCore
import Invocation
import Records

@main
struct DwcaCat: Tool {
  static let configuration = CommandConfiguration(
    commandName: "dwca-cat",
    abstract: "Turn Darwin Core Archives into records, one for each media row.",
    version: version)

  @Argument(
    help: ArgumentHelp(
      "Archives: zip, tar, a folder or one table; '-' is the standard input.",
      valueName: "archive"))
  var archives: [String] = []

  @Flag(help: "Write occurrences without media, too.")
  var all = false

  @Flag(help: "Write the rows of the core table only.")
  var core = false

  @Flag(help: "Write one record an occurrence, with its media as an array.")
  var nest = false

  @Option(
    name: .customLong("extension"),
    help: ArgumentHelp("Add the rows of another extension, as an array.", valueName: "name"))
  var extensions: [String] = []

  @Option(
    help: ArgumentHelp("Write these fields only, with commas between them.", valueName: "fields"))
  var fields: FieldList?

  @Option(help: ArgumentHelp("Write media of this type only.", valueName: "type"))
  var mediaType: [String] = []

  @Option(help: ArgumentHelp("Hold at most this many bytes of rows in memory.", valueName: "size"))
  var memory = ByteCount(512 << 20)

  @Flag(help: "Take quotes as they are where the descriptor says that nothing is quoted.")
  var literal = false

  @Flag(help: "Add the key and the DOI of the download.")
  var provenance = false

  @Flag(help: "Write what is in the archives instead of their records.")
  var describe = false

  @OptionGroup var stream: StreamOptions

  var messages: MessageOptions { stream.messages }

  func validate() throws {
    if memory.bytes < 1 << 20 { throw ValidationError("--memory takes a size from 1M up") }
    if core, all || nest || !extensions.isEmpty || !mediaType.isEmpty {
      throw ValidationError("--core does not go with --all, --nest, --extension, --media-type")
    }
  }

  func run(_ diagnostics: Diagnostics) throws {
    var conversion = Conversion(self, diagnostics)
    var sources = try ArchiveSources.open(archives, stream, diagnostics)
    var output = try stream.openOutput()
    while let source = try sources.next(flushing: &output) {
      try conversion.convert(source, to: &output)
    }
    try sources.finish()
    conversion.summarize()
    // A file whose archives were not all read keeps its old contents.
    if diagnostics.exitStatus == .done { try stream.finish(output) } else { try output.flush() }
  }
}
