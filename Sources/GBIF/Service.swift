/// Where GBIF's API is, and the addresses of its calls.
public struct Service: Hashable, Sendable {
  /// The base of GBIF's own.
  public static let standard = Service("https://api.gbif.org/v1")

  /// The base of all addresses, without a slash at its end.
  public let base: String

  /// A service at this base.
  public init(_ base: String) {
    self.base = String(base.reversed().drop { $0 == "/" }.reversed())
  }

  /// Where downloads are asked for.
  public var requests: String { "\(base)/occurrence/download/request" }

  /// Where the record of a download is.
  public func status(of download: DownloadReference) -> String {
    "\(base)/occurrence/download/\(download)"
  }

  /// Where the file of a download is; GBIF leads on to the server that keeps it.
  public func file(of download: DownloadStatus) -> String { "\(requests)/\(download.fileName)" }
}
