public import ArgumentParser
public import ByteStreams

/// The option of every tool that writes records: where they go to.
public struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to FILE, whole or not at all (.zst, .gz: compressed).", valueName: "file"))
  var output: String?

  /// For the parser.
  public init() {}

  /// Opens the standard output, or the file that `--output` names.
  /// - Throws: `StreamError` where it can't be created.
  public func open() throws(StreamError) -> LineWriter {
    guard let output, output != "-" else { return .standardOutput() }
    return try .file(output)
  }

  /// Whether a file is written, not the standard output.
  var isFile: Bool { output != nil && output != "-" }

  /// Writes what is left.
  ///
  /// A file gets its name, but not after an interruption: then the old one is left as it
  /// was.
  /// - Throws: `StreamError` where something can't be written.
  public func finish(_ writer: consuming LineWriter) throws(StreamError) {
    if Signals.interruption == nil || !isFile { try writer.finish() }
  }
}
