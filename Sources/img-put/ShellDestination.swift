import Fetching
import Transfers

/// A folder of a machine that takes files by SFTP.
struct ShellDestination: Destination {
  /// With a slash at the end.
  private let base: String
  /// As the commands of SFTP take it, with a slash at the end; empty for the user's home.
  private let folder: String
  private let shell: SecureShell
  private let credentials: Credentials?

  /// A path that begins with `/~/` is one below the user's home.
  init(_ url: HTTPURL, _ shell: SecureShell, _ credentials: Credentials?) {
    base = url.text.hasSuffix("/") ? url.text : url.text + "/"
    var path = url.decodedPath ?? "/"
    if !path.hasSuffix("/") { path += "/" }
    folder = path.hasPrefix("/~/") ? String(path.dropFirst(3)) : path
    self.shell = shell
    self.credentials = credentials
  }

  func url(of name: ObjectName) -> String {
    "sftp://\(shell.user)@" + base.dropFirst("sftp://".count) + name.escaped
  }

  func key(of name: ObjectName) -> String { url(of: name) }

  /// Sent under another name, which is changed when it is whole.
  func upload(_ file: LocalFile, as name: ObjectName) -> TransferRequest {
    let unfinished = name.unfinished(file.sha256)
    var request = request(unfinished)
    request.upload = file.source
    request.secureShell?.rename(folder + unfinished.path, to: folder + name.path)
    return request
  }

  func question(about name: ObjectName) -> TransferRequest {
    var request = request(name)
    request.method = "HEAD"
    return request
  }

  private func request(_ name: ObjectName) -> TransferRequest {
    var request = TransferRequest(url: base + name.escaped)
    request.secureShell = shell
    request.credentials = credentials
    return request
  }

  func words(in answer: String, _ failure: FetchFailure) -> ServerWords {
    switch failure.error {
    case "unknown_host_key":
      ServerWords(
        message: "the host's key is not the one that is known, or none is",
        advice: "if you trust it, add its key to \(shell.knownHosts), as ssh does",
        isOfCredentials: true)
    case "login_denied":
      ServerWords(
        advice: "see to the user's name, and to --identity, the agent or --netrc",
        isOfCredentials: true)
    default: ServerWords()
    }
  }
}
