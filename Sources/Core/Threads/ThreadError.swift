internal import Glibc

/// That no thread can be started; `description` is the whole message.
public struct ThreadError: Error, CustomStringConvertible {
  /// Why, in the system's words.
  public let description: String

  /// By an error number of the system.
  init(code: Int32) {
    let reason = unsafe String(cString: strerror(code))
    description = "no thread can be started: \(reason.prefix(1).lowercased())\(reason.dropFirst())"
  }
}
