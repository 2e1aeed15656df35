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

  @OptionGroup var source: SourceOptions
  @OptionGroup var request: RequestOptions

  @Option(
    help: ArgumentHelp(
      "Keep the key and the request in FILE; if it holds the key of this request, post nothing.",
      valueName: "file"))
  var save: String?

  @Flag(help: "Post the request even if --save's file holds its key.")
  var again = false

  @Flag(help: "Print the request and post nothing.")
  var dryRun = false

  @Flag(help: "While you have too many downloads at GBIF, wait until one has finished.")
  var waitTurn = false

  @Option(help: ArgumentHelp("The first wait between two tries; it grows.", valueName: "time"))
  var interval: TimeSpan?

  @OptionGroup var account: AccountOptions
  @OptionGroup var credentials: CredentialOptions
  @OptionGroup var service: ServiceOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if again, save == nil { throw ValidationError("--again goes with --save") }
    if source.sql != nil { try request.validateForSQL() }
    if credentials.readsInput, source.readsInput, !account.isGiven {
      throw ValidationError("--password-file and the request can't both be the standard input")
    }
    if account.isGiven, !source.given.isEmpty || save != nil || dryRun {
      let option = account.list ? "--list" : "--cancel"
      let other = source.given.first ?? (dryRun ? "--dry-run" : "--save")
      throw ValidationError("\(option) posts nothing: \(other) does not go with it")
    }
  }

  func run(_ diagnostics: Diagnostics) throws {
    if account.isGiven { return try runAccount(diagnostics) }
    let request = try readRequest(diagnostics)
    if dryRun { return try print(request.text) }
    if let known = try knownKey(of: request) {
      diagnostics.say("\(known): was asked for before (see --again)")
      try emit(known)
      var client = try Client.open(service.settings)
      return compare(request, with: known, &client, diagnostics)
    }
    let account = try credentials.credentials(for: service.service, creator: request.creator)
    let keeping = try Keeping.open(savingTo: save)
    var poster = try Poster(self, account, diagnostics)
    let posted = try poster.post(request)
    diagnostics.say("\(posted.key): asked for")
    try keeping.keep(posted, diagnostics)
    try emit(posted.key)
    compare(request, with: posted.key, &poster.client, diagnostics)
  }
}
