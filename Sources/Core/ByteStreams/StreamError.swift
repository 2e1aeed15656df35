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

  /// Whether there is no such file.
  public let isAbsence: Bool

  /// The whole message: *what: why*.
  public var description: String { "\(name): \(reason)" }

  /// An error about the stream `name`.
  public init(_ kind: Kind, _ name: String, _ reason: String, isAbsence: Bool = false) {
    self.kind = kind
    self.isAbsence = isAbsence
    self.name = name
    self.reason = reason
  }

  /// The error that the last failed call left in `errno`.
  package static func last(_ kind: Kind, _ name: String) -> StreamError {
    let code = errno
    // A full disk is that, whatever was to be done.
    let kind = code == ENOSPC || code == EDQUOT ? .inputOutput : kind
    if code == EPIPE { return StreamError(.closedPipe, name, "nobody reads it") }
    if code == EISDIR { return StreamError(kind, name, "is a directory") }
    let isAbsence = code == ENOENT || code == ENOTDIR
    return StreamError(kind, name, reason(of: code), isAbsence: isAbsence)
  }

  /// The system's text for an error number, in the style of our messages.
  static func reason(of code: Int32) -> String {
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// The one place where a `-1` is looked at: calls again after a signal, throws otherwise.
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
