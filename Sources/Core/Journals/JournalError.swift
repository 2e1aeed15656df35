internal import Glibc

/// What is wrong with a journal; `description` is the whole message.
public struct JournalError: Error, CustomStringConvertible {
  /// Whether the folder or the segment can't be made; otherwise it can't be read or written.
  public let isCreation: Bool
  /// *What: why*.
  public let description: String

  /// The error that the last failed call left in `errno`.
  static func last(_ path: String, isCreation: Bool) -> JournalError {
    let code = errno
    return unsafe JournalError(
      isCreation: isCreation,
      description: "\(path): \(String(cString: strerror(code)).lowercased())")
  }
}

/// The one place where a `-1` is looked at: calls again after a signal, throws otherwise.
@discardableResult
func check<Result: SignedInteger>(
  _ path: String, isCreation: Bool = false, _ call: () -> Result
) throws(JournalError) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    if errno != EINTR { throw .last(path, isCreation: isCreation) }
  }
}
