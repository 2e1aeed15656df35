/// What a transfer by SFTP needs besides its URL.
///
/// Of a password only the request's credentials tell.
public struct SecureShell: Sendable {
  /// Who logs in.
  public var user: String
  /// The file of the keys by which hosts are known; a host with another key, or with none there,
  /// is refused, and so is every host where there is no such file.
  public var knownHosts: String
  /// The file of a private key.
  public var identity: String?
  /// What is done when the file is there: commands as CURLOPT_QUOTE takes them.
  public var finalCommands: [String] = []

  /// A user, who is known by what an agent holds unless more is said.
  public init(user: String, knownHosts: String) {
    self.user = user
    self.knownHosts = knownHosts
  }

  /// Has the file `temporary` take the name `name`, in place of what has it.
  public mutating func rename(_ temporary: String, to name: String) {
    // The protocol's own rename takes no name that is in use; `*` lets the removal fail.
    finalCommands = [
      "*rm \(Self.quoted(name))", "rename \(Self.quoted(temporary)) \(Self.quoted(name))",
    ]
  }

  private static func quoted(_ path: String) -> String {
    "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
