public import ArgumentParser
internal import Glibc

/// The options for what a tool says to people.
public struct MessageOptions: ParsableArguments {
  /// Say nothing but errors.
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  public var quiet = false

  @Option(help: "Draw a line of progress: on a terminal, never, or always.")
  var progress = ProgressChoice.auto

  /// For the parser.
  public init() {}

  /// Whether progress is drawn; in a pipeline only where `inPipelines` says so.
  func drawsProgress(inPipelines: Bool) -> Bool {
    switch progress {
    case .always: true
    case .never: false
    case .auto: !quiet && StandardError.isTerminal && (inPipelines || !Self.isInPipeline)
    }
  }

  private static var isInPipeline: Bool {
    [STDIN_FILENO, STDOUT_FILENO].contains { number in
      var status = stat()
      return unsafe fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    }
  }
}

/// When a line of progress is drawn.
enum ProgressChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, never, always
}
