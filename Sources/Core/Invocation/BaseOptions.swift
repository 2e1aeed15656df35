public import ArgumentParser
public import ByteStreams

/// The option for where the paths of pictures begin.
public struct BaseOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("base")],
    help: ArgumentHelp("Take paths of pictures from BASE on.", valueName: "base"))
  var base = "."

  /// For the parser.
  public init() {}

  /// Opens the folder.
  /// - Throws: `StreamError` of kind `cannotOpen`.
  public func open() throws(StreamError) -> BaseFolder { try BaseFolder(base) }
}
