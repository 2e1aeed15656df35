import ArgumentParser
import GBIF

/// What is done with downloads that were asked for before, instead of asking for one.
struct AccountOptions: ParsableArguments {
  @Flag(help: "List your downloads, the newest first, and post nothing.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "Cancel the download KEY and post nothing; may be given several times.", valueName: "key"))
  var cancel: [String] = []

  var isGiven: Bool { list || !cancel.isEmpty }

  func validate() throws {
    if list, !cancel.isEmpty { throw ValidationError("--list and --cancel do not go together") }
    for key in cancel where DownloadKey(key) == nil {
      throw ValidationError("'\(key)' is not the key of a download")
    }
  }
}
