public import ArgumentParser
internal import ByteStreams
internal import Glibc

/// A tool of the kit: a struct whose fields are its options, and `run`, which names its
/// stations in order.
public protocol Tool: ParsableCommand {
  /// The options for what the tool says to people.
  var messages: MessageOptions { get }

  /// Does the tool's work.
  /// - Throws: what ends the tool; all else is told to `diagnostics`.
  mutating func run(_ diagnostics: Diagnostics) throws
}

/// Thrown where a tool has nothing to read: the usage is shown.
public struct NothingNamed: Error {
  /// An error that says so.
  public init() {}
}

extension Tool {
  /// Parses the command line, does the work and ends the process.
  public static func main() {
    StandardStreams.fillGaps()
    Signals.install()
    let diagnostics = Diagnostics(tool: _commandName)
    var tool = parsed(diagnostics)
    diagnostics.isQuiet = tool.messages.quiet
    do {
      try tool.run(diagnostics)
    } catch let error as StreamError where error.kind == .closedPipe {
      Signals.die(of: SIGPIPE)
    } catch is NothingNamed {
      StandardError.write(usageString() + "\n")
      diagnostics.note(.usage)
    } catch {
      diagnostics.report(error)
    }
    if let signal = Signals.interruption { Signals.die(of: signal) }
    diagnostics.exitStatus.exit()
  }

  private static func parsed(_ diagnostics: Diagnostics) -> Self {
    do {
      let command = try parseAsRoot()
      if let tool = command as? Self { return tool }
      // `--help` of the parser's own commands and the completion scripts.
      var other = command
      try other.run()
      ExitStatus.done.exit()
    } catch {
      if exitCode(for: error) == .success { answer(fullMessage(for: error), diagnostics) }
      let reason = inOurStyle(message(for: error))
      diagnostics.report(.usage, "\(reason); see '\(_commandName) --help'")
      diagnostics.exitStatus.exit()
    }
  }

  /// The parser's sentence on one line, in lower case and without a full stop.
  private static func inOurStyle(_ sentence: String) -> String {
    let lines = sentence.split { $0.isWhitespace }.joined(separator: " ")
    let isName = lines.dropFirst().first.map { $0.isUppercase || $0 == "-" } ?? false
    let text = isName ? lines : lines.prefix(1).lowercased() + lines.dropFirst()
    return text.last == "." ? String(text.dropLast()) : text
  }

  /// What `--help` and `--version` ask for, on the standard output.
  private static func answer(_ text: String, _ diagnostics: Diagnostics) -> Never {
    do {
      var writer = LineWriter.standardOutput()
      writer.append(text)
      try writer.endLine()
      try writer.finish()
    } catch {
      diagnostics.report(error)
    }
    diagnostics.exitStatus.exit()
  }
}
