/// Why a table of hosts can't be read; `description` is the whole message.
public struct HostTableError: Error, Equatable, CustomStringConvertible {
  /// *file:line: why*, in lower case and without a full stop.
  public let description: String

  init(_ name: String, _ line: Int, _ reason: String) {
    description = "\(name):\(line): \(reason)"
  }
}
