/// The limits that a fetch obeys.
public struct FetchLimits: Sendable {
  /// Requests in flight at once.
  public var inFlight = 64
  /// The limits of a host that nothing is known of.
  public var anyHost = HostLimits()
  /// The limits of a host by its name, in small letters; `nil` where nothing is known of it.
  public var knownHosts: @Sendable (String) -> HostLimits? = { _ in nil }
  /// How often a request is tried in all.
  public var attempts = 5
  /// How many redirects are followed.
  public var hops = 8
  /// The wait before the second try, and after a host's first refusal; it doubles with each
  /// further one.
  public var firstDelay = Duration.seconds(1)
  /// The longest such wait, and the longest that a server may ask for.
  public var longestDelay = Duration.seconds(300)
  /// After so many failures in a row a host is left alone for a while; where more than that may
  /// be in flight, after half as many again as may be.
  public var failuresUntilParked = 12
  /// After so many bursts of refusals in a row it is left alone too.
  public var refusalsUntilParked = 8
  /// A host that asks for a longer rest than `longestDelay` is left alone for as long as it asks, and
  /// no longer than this.
  public var longestRest = Duration.zero
  /// How long it is left alone the first time; twice as long after each look that failed.
  public var firstParking = Duration.seconds(60)
  /// The longest that it is left alone.
  public var longestParking = Duration.seconds(1800)

  /// The default limits.
  public init() {}

  /// The limits of a host.
  public func limits(of host: String) -> HostLimits { knownHosts(host) ?? anyHost }
}
