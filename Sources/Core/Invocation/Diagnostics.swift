internal import Glibc

/// What a tool has to say to people, and how it will end.
///
/// Messages are `tool: what: why`, one line each, on the standard error output. Control
/// characters, which may come out of data, are shown escaped.
public final class Diagnostics {
  /// The tool's name, in front of all messages.
  public let tool: String
  /// Whether only errors are told.
  public var isQuiet = false
  /// Called before a message is written, to clear a line of progress.
  var clearLine: () -> Void = {}
  private var status = ExitStatus.done

  /// Diagnostics for the tool of this name.
  public init(tool: String) { self.tool = tool }

  /// How the tool ends, from all that was told so far.
  public var exitStatus: ExitStatus { status }

  /// Remembers that something happened that has this status.
  public func note(_ status: ExitStatus) {
    self.status = self.status.combined(with: status)
  }

  /// Tells an error and remembers its status.
  public func report(_ status: ExitStatus, _ message: String) {
    note(status)
    write(message)
  }

  /// Tells an error that ends the tool.
  public func report(_ error: any Error) {
    let status = (error as? any ExitStatusConvertible)?.exitStatus ?? .inputOutput
    report(status, "\(error)")
    for line in (error as? Failure)?.illustration ?? [] {
      StandardError.write("  \(Self.escape(line))\n")
    }
  }

  /// Tells something that is no error; `--quiet` leaves it out.
  public func say(_ message: String) {
    if !isQuiet { write(message) }
  }

  /// Tells something that was asked for.
  func sayAlways(_ message: String) { write(message) }

  private func write(_ message: String) {
    clearLine()
    StandardError.write("\(tool): \(Self.escape(message))\n")
  }

  /// The message on one line, with nothing in it that a terminal would obey.
  public static func escape(_ message: String) -> String {
    var line = ""
    for scalar in message.unicodeScalars {
      if scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value {
        line += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

/// The standard error output.
enum StandardError {
  /// Writes a text whole; what can't be written there can't be told either.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = unsafe bytes[...]
      while unsafe !rest.isEmpty {
        let written = unsafe Glibc.write(
          STDERR_FILENO, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno != EINTR { return }
        unsafe rest = rest.dropFirst(max(0, written))
      }
    }
  }

  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal.
  ///
  /// The corresponding C function is `ioctl`.
  static var width: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1
    return isKnown ? Int(size.ws_col) : 80
  }
}
