public import ArgumentParser

/// The options for records that fail.
public struct FailureOptions: ParsableArguments {
  /// The file that takes them instead of the output.
  @Option(help: ArgumentHelp("Write failed records to FILE instead.", valueName: "file"))
  public var failures: String?

  /// How many may fail in a run that counts as a success.
  @Option(help: ArgumentHelp("Failures to be taken for success.", valueName: "n|p%"))
  public var tolerate: Tolerance?

  /// For the parser.
  public init() {}
}
