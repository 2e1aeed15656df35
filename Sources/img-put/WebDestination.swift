import Fetching
import Transfers

/// A folder of a server that takes files by PUT (RFC 9110 section 9.3.4).
struct WebDestination: Destination {
  /// With a slash at the end.
  private let base: String
  private let credentials: Credentials?

  init(_ url: HTTPURL, _ credentials: Credentials?) {
    base = url.text.hasSuffix("/") ? url.text : url.text + "/"
    self.credentials = credentials
  }

  func url(of name: ObjectName) -> String { base + name.escaped }

  func key(of name: ObjectName) -> String { url(of: name) }

  func upload(_ file: LocalFile, as name: ObjectName) -> TransferRequest {
    var request = request(name)
    request.send(file)
    // Not every server knows what it means.
    request.headers.append("Expect:")
    return request
  }

  func question(about name: ObjectName) -> TransferRequest {
    var request = request(name)
    request.method = "HEAD"
    return request
  }

  private func request(_ name: ObjectName) -> TransferRequest {
    var request = TransferRequest(url: url(of: name))
    request.credentials = credentials
    return request
  }

  func words(in answer: String, _ failure: FetchFailure) -> ServerWords {
    guard failure.http == 401 else { return ServerWords() }
    let advice =
      credentials == nil ? "use --netrc or --password-file" : "name or password are wrong"
    return ServerWords(advice: advice, isOfCredentials: true)
  }
}
