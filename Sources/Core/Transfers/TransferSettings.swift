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
    if allowsPrivateAddresses { return true }
    guard let url = HTTPURL(url) else { return false }
    // A proxy finds the addresses in our place.
    if Self.proxies.take(url) { return true }
    return connectTo.contains { ConnectionRule($0)?.placesHost(of: url) ?? false }
  }

  private static let proxies = Proxies.ofEnvironment
}
