import ArgumentParser
import GBIF
import GBIFClient
import Invocation

@main
struct GbifPost: Tool {
  static let configuration = CommandConfiguration(
    commandName: "gbif-post",
    abstract: "Ask GBIF for a download of occurrences, and keep its key.",
    version: version)

  @Argument(
    help: ArgumentHelp(
      "A predicate or a whole request in JSON; '-' or none: the standard input.",
      valueName: "file"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Keep the key and the request in FILE; if it holds the key of this request, post nothing.",
      valueName: "file"))
  var save: String?

  @Flag(help: "Post the request even if --save's file holds its key.")
  var again = false

  @Option(help: ArgumentHelp("The form of the download (DWCA unless said).", valueName: "format"))
  var format: DownloadFormat?

  @Option(help: ArgumentHelp("What your list of downloads at GBIF says.", valueName: "text"))
  var description: String?

  @Option(help: ArgumentHelp("Who gets an e-mail at the end.", valueName: "e-mail"))
  var notify: [String] = []

  @Flag(help: "Print the request and post nothing.")
  var dryRun = false

  @Flag(help: "While you have too many downloads at GBIF, wait until one has finished.")
  var waitTurn = false

  @Option(help: ArgumentHelp("The first wait between two tries; it grows.", valueName: "time"))
  var interval: TimeSpan?

  @OptionGroup var credentials: CredentialOptions
  @OptionGroup var service: ServiceOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if again, save == nil { throw ValidationError("--again goes with --save") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let request = try readRequest()
    if dryRun { return try print(request.text) }
    if let known = try knownKey(of: request) {
      diagnostics.say("\(known): was asked for before (see --again)")
      return try emit(known)
    }
    let account = try credentials.credentials(for: service.service, creator: request.creator)
    let keeping = try Keeping.open(savingTo: save)
    var poster = try Poster(self, account, diagnostics)
    let posted = try poster.post(request)
    diagnostics.say("\(posted.key): asked for")
    try keeping.keep(posted, diagnostics)
    try emit(posted.key)
  }
}
