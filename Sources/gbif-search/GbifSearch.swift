import ArgumentParser
import ByteStreams
import GBIF
import GBIFClient
import Invocation
import PredicateOptions

@main
struct GbifSearch: Tool {
  static let configuration = CommandConfiguration(
    commandName: "gbif-search",
    abstract: "Search GBIF for occurrences, and write them as records: small jobs, no account.",
    version: version)

  @OptionGroup var predicate: PredicateOptions

  @Option(
    help: ArgumentHelp("Ask with this parameter of GBIF's search too.", valueName: "name=value"))
  var param: [SearchParameter] = []

  @Option(help: ArgumentHelp("Take this many occurrences at most.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Write occurrences without media, too.")
  var all = false

  @Flag(help: "Write one record an occurrence, with its media as an array.")
  var nest = false

  @Option(help: ArgumentHelp("The first wait between two tries; it grows.", valueName: "time"))
  var interval: TimeSpan?

  @OptionGroup var service: ServiceOptions
  @OptionGroup var destination: OutputOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
  }

  func run(_ diagnostics: Diagnostics) throws {
    let parameters = try parameters(diagnostics)
    var output = try destination.open()
    var search = try Search(self, parameters, diagnostics)
    while let page = try search.next() {
      for occurrence in page { try search.write(occurrence, to: &output) }
      try output.flush()
    }
    search.summarize()
    try destination.finish(output)
  }
}
