internal import Glibc

/// What went wrong with a stream of bytes; `description` is the whole message.
public struct StreamError: Error, CustomStringConvertible {
  /// The kinds that a caller may want to tell apart: each has its own exit status.
  public enum Kind: Sendable {
    /// An input can't be opened or is no file of bytes.
    case cannotOpen
    /// An output can't be created.
    case cannotCreate
    /// Reading or writing failed: a full disk, a broken device.
    case inputOutput
    /// Nobody reads what is written.
    case closedPipe
    /// The bytes are not what they claim to be.
    case damaged
  }

  /// Which of the kinds this is.
  public let kind: Kind
  /// The file's name as its user knows it.
  public let name: String
  /// Why, in lower case and without a full stop.
  public let reason: String

  /// The system's number of the error (`errno`); `nil` where the system did not complain.
  package let code: Int32?

  /// Whether there is no such file.
  public var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

  /// The whole message: *what: why*.
  public var description: String { "\(name): \(reason)" }

  /// Whether an error is of what comes in, not of what goes out: an input that can't be opened or
  /// is damaged, or what it says.
  public static func isOfInput(_ error: any Error) -> Bool {
    guard let error = error as? StreamError else { return true }
    return error.kind == .cannotOpen || error.kind == .damaged
  }

  /// An error about the stream `name`.
  public init(_ kind: Kind, _ name: String, _ reason: String) {
    self.init(kind, name, reason, code: nil)
  }

  private init(_ kind: Kind, _ name: String, _ reason: String, code: Int32?) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.code = code
  }

  /// The error that the last failed call left in `errno`.
  package static func last(_ kind: Kind, _ name: String) -> StreamError {
    let code = errno
    // A full disk is that, whatever was to be done.
    let kind = code == ENOSPC || code == EDQUOT ? .inputOutput : kind
    switch code {
    case EPIPE: return StreamError(.closedPipe, name, "nobody reads it", code: code)
    case EISDIR: return StreamError(kind, name, "is a directory", code: code)
    default: return StreamError(kind, name, reason(of: code), code: code)
    }
  }

  /// The system's text for an error number, in the style of our messages.
  static func reason(of code: Int32) -> String {
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// The result of a call that says `-1` when it fails: called again after a signal, an error otherwise.
@discardableResult
package func check<Result: SignedInteger>(
  _ kind: StreamError.Kind, _ name: String, _ call: () -> Result
) throws(StreamError) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    if errno != EINTR { throw .last(kind, name) }
  }
}
