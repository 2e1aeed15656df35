internal import Glibc

/// Why a body that came could not be kept; `description` is the whole message.
public struct BodyError: Error, CustomStringConvertible {
  /// Whether a folder or file can't be made; otherwise writing failed, as on a full disk.
  public let isCreation: Bool
  /// *What: why*.
  public let description: String

  /// The error that the last failed call left in `errno`.
  static func last(_ path: String) -> BodyError {
    let code = errno
    let isCreation = [EACCES, EPERM, EROFS, ENOTDIR, ENAMETOOLONG, EISDIR, ELOOP].contains(code)
    return unsafe BodyError(
      isCreation: isCreation,
      description: "\(path): \(String(cString: strerror(code)).lowercased())")
  }
}

/// The one place where a `-1` is looked at: calls again after a signal, throws otherwise.
@discardableResult
func check<Result: SignedInteger>(
  _ path: String, _ call: () -> Result
) throws(BodyError) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    if errno != EINTR { throw .last(path) }
  }
}
