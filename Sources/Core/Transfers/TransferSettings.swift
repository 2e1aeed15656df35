internal import Glibc

/// What all transfers of a tool have in common.
public struct TransferSettings: Sendable {
  /// How the tool calls itself: `name/version (+url; contact)`.
  public var userAgent: String
  /// Seconds until a connection must stand.
  public var connectTimeout = 20
  /// Seconds without a byte after which a transfer is given up.
  public var stallTimeout = 30
  /// Seconds that a whole transfer may take; 0 is without limit.
  public var totalTimeout = 600
  /// Connections kept open for further requests.
  public var connections = 256
  /// Whether addresses that are not public may be reached.
  public var allowsPrivateAddresses = false
  /// `HOST:PORT:HOST:PORT` as curl's `--connect-to` takes it.
  public var connectTo: [String] = []
  /// A file of the certificates to be trusted instead of the system's.
  public var certificates: String?

  /// Settings with all limits at their defaults.
  public init(userAgent: String) { self.userAgent = userAgent }

  /// Whether a URL may lead to an address that is not public: also where the user has named the
  /// host to be reached in its place.
  func allowsAllAddresses(for url: String) -> Bool {
    if allowsPrivateAddresses || Self.usesProxy { return true }
    guard !connectTo.isEmpty, let url = HTTPURL(url) else { return false }
    return connectTo.contains { ConnectionRule($0)?.placesHost(of: url) ?? false }
  }

  /// Whether the environment names a proxy, which then finds the addresses in our place.
  private static let usesProxy = proxyVariables.contains { (name: String) in
    unsafe getenv(name).map { unsafe $0.pointee != 0 } ?? false
  }

  private static let proxyVariables: [String] = [
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
  ]
}
