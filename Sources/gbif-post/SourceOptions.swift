import ArgumentParser
import GBIF
import GBIFClient
import PredicateOptions

/// Where the request comes from.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A predicate or a whole request in JSON; '-' or none: the standard input.",
      valueName: "file"))
  var file: String?

  @OptionGroup var predicates: PredicateOptions

  @Option(
    help: ArgumentHelp(
      "Ask for the taxa in FILE, a key or a scientific name a line; goes with --where.",
      valueName: "file"))
  var taxa: String?

  @Flag(help: "Leave out names of --taxa that do not match, instead of posting nothing.")
  var allowUnmatched = false

  @Option(help: ArgumentHelp("Ask with the SQL in FILE.", valueName: "file"))
  var sql: String?

  /// The options that are there, of those that do not go together.
  var given: [String] {
    let names = [
      file == nil ? nil : "a file", predicates.where == nil ? nil : "--where",
      predicates.predicate == nil ? nil : "--predicate", taxa == nil ? nil : "--taxa",
      sql == nil ? nil : "--sql",
    ]
    return names.compactMap { $0 }
  }

  /// Whether the request comes from the standard input.
  var readsInput: Bool {
    let files = [file, predicates.predicate, taxa, sql].compactMap { $0 }
    return files.isEmpty ? predicates.where == nil : files.contains("-")
  }

  func validate() throws {
    let given = given
    if given.count > 1, given != ["--where", "--taxa"] {
      throw ValidationError("\(given[0]) and \(given[1]) do not go together")
    }
    if allowUnmatched, taxa == nil { throw ValidationError("--allow-unmatched goes with --taxa") }
  }
}
