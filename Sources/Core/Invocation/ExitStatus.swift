internal import Glibc

/// How a tool ended, for the script that called it (`sysexits.h` where it has a name).
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// All done.
  case done = 0
  /// Done, but some records failed for good.
  case someFailed = 1
  /// The command line is wrong.
  case usage = 64
  /// Some input was not what it should be.
  case badInput = 65
  /// An input is not there or can't be read.
  case noInput = 66
  /// A service did not do its part.
  case unavailable = 69
  /// An output can't be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Done, but some failures were temporary: run it again.
  case temporary = 75
  /// Credentials are wrong or missing.
  case notPermitted = 77

  /// Where several apply, the first of these is told.
  static let precedence: [ExitStatus] = [
    .usage, .inputOutput, .cannotCreate, .unavailable, .notPermitted, .noInput, .badInput,
    .temporary, .someFailed, .done,
  ]

  /// Ends the process.
  func exit() -> Never { Glibc.exit(rawValue) }

  /// The one to tell where both apply.
  func combined(with other: ExitStatus) -> ExitStatus {
    Self.precedence.first { $0 == self || $0 == other } ?? self
  }
}

/// An error that knows how the tool that meets it ends.
public protocol ExitStatusConvertible: Error {
  /// The status that this error alone would give.
  var exitStatus: ExitStatus { get }
}
