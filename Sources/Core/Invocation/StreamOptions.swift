public import ArgumentParser
public import ByteStreams

/// The options of every filter: where records go to, and what is done with bad lines.
public struct StreamOptions: ParsableArguments {
  @OptionGroup var destination: OutputOptions

  @Option(help: ArgumentHelp("Keep lines that are no records in FILE.", valueName: "file"))
  var rejects: String?

  @Flag(help: "Stop at the first line that is no record.")
  var strict = false

  @Option(help: ArgumentHelp("The longest line to be taken as a record.", valueName: "size"))
  var maxLine = ByteCount(LineReader.defaultLimit)

  /// The options for what the tool says to people.
  @OptionGroup public var messages: MessageOptions

  /// What `--output` names; `nil` where it is not given.
  public var output: String? { destination.output }

  /// For the parser.
  public init() {}

  /// Refuses a `--max-line` of more bytes than the offsets of a record can tell.
  public func validate() throws {
    if maxLine.bytes > Self.longestLine {
      throw ValidationError("--max-line takes at most \(ByteCount(Self.longestLine))")
    }
  }

  private static let longestLine = 1 << 30

  /// Looks whether each file that is written is one of its own.
  /// - Throws: `Failure` where one is written twice, or in the place of an input.
  public func check(_ sideFiles: SideFiles, inputs: [String]) throws {
    try check(sideFiles, inputs: inputs, output: destination.output)
  }

  /// Looks whether no file is written in the place of one of `others`, which are read first.
  /// - Throws: `Failure` where one is, the output among them.
  public func check(_ sideFiles: SideFiles, apartFrom others: [String]) throws {
    var sideFiles = sideFiles
    sideFiles.add("--output", destination.output == "-" ? nil : destination.output)
    try check(sideFiles, inputs: others, output: nil)
  }

  private func check(_ sideFiles: SideFiles, inputs: [String], output: String?) throws {
    var sideFiles = sideFiles
    sideFiles.add("--rejects", rejects)
    try sideFiles.check(output: output, inputs: inputs)
  }

  /// Opens the standard output, or the file that `--output` names.
  /// - Throws: `StreamError` where it can't be created.
  public func openOutput() throws(StreamError) -> LineWriter { try destination.open() }

  /// Writes what is left; a file gets its name, but not after an interruption.
  /// - Throws: `StreamError` where something can't be written.
  public func finish(_ writer: consuming LineWriter) throws(StreamError) {
    try destination.finish(writer)
  }

  /// Writes what is left of a file beside the output.
  ///
  /// It goes with that: after an interruption it
  /// gets its name where the records themselves have left already, else the old one stays.
  /// - Throws: `StreamError` where something can't be written.
  public func finish(side writer: consuming LineWriter) throws(StreamError) {
    if Signals.interruption == nil || !destination.isFile { try writer.finish() }
  }
}
