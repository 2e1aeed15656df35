import ArgumentParser
import GBIF
import GBIFClient

/// What stands in a request beside the predicate.
struct RequestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the download (DWCA unless said).", valueName: "format"))
  var format: DownloadFormat?

  @Option(
    help: ArgumentHelp(
      "The taxonomy of keys and columns: backbone, col, or the key of a checklist.",
      valueName: "checklist"))
  var checklist: Checklist?

  @Option(
    help: ArgumentHelp(
      "Add these extensions as their publishers wrote them, with commas between.",
      valueName: "names"))
  var extensions: String?

  @Option(help: ArgumentHelp("What your list of downloads at GBIF says.", valueName: "text"))
  var description: String?

  @Option(help: ArgumentHelp("Who gets an e-mail at the end.", valueName: "e-mail"))
  var notify: [String] = []

  private var extensionNames: [Substring] {
    extensions?.split(separator: ",", omittingEmptySubsequences: false) ?? []
  }

  func validate() throws {
    for name in extensionNames where VerbatimExtension(name) == nil {
      let known = VerbatimExtension.known.map(\.name).joined(separator: ", ")
      throw ValidationError("GBIF has no extension '\(name)', but \(known)")
    }
  }

  /// What the options change in a request.
  var changes: DownloadRequest.Options {
    var changes = DownloadRequest.Options()
    changes.format = format
    changes.checklist = checklist
    changes.extensions = extensionNames.compactMap { VerbatimExtension($0) }
    changes.description = description
    changes.notificationAddresses = notify
    return changes
  }

  /// Refuses what SQL has no place for.
  func validateForSQL() throws {
    if checklist != nil { throw ValidationError("--checklist and --sql do not go together") }
    if extensions != nil { throw ValidationError("--extensions and --sql do not go together") }
    if let format, format != .tableOfSQL {
      throw ValidationError("--sql gives \(DownloadFormat.tableOfSQL.rawValue) and no other format")
    }
  }
}
