import ArgumentParser

/// The options for files that no record names.
struct PruneOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "List the files below DIR that this kit wrote and no record names.", valueName: "dir"))
  var prune: String?

  @Flag(help: "Remove them, and folders that are empty then.")
  var delete = false

  @Flag(help: "Remove nothing, tell what would be.")
  var dryRun = false

  func validate() throws {
    if prune == nil, delete || dryRun {
      throw ValidationError("--delete and --dry-run go with --prune")
    }
    if prune == "" { throw ValidationError("--prune takes the name of a folder") }
  }

  /// Whether files are removed.
  var removes: Bool { delete && !dryRun }
}
