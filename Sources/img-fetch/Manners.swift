import Fetching
import Hosts
import Values

/// What each host may be asked for: what the options say, what is known of hosts, and what the
/// user says of some.
struct Manners {
  /// Requests in flight to any host, where an option says it.
  var perHost: Int?
  /// Requests a second to any host, where an option says it.
  var rate: RequestRate?
  /// The user's own table.
  var own = HostTable()

  /// The limits of a host that nothing is known of.
  var anyHost: HostLimits {
    HostLimits(inFlight: perHost ?? 8, perSecond: rate.map(\.perSecond) ?? 10)
  }

  /// The limits of a host.
  ///
  /// The options make those of known hosts stricter, never laxer; the user's table has the last
  /// word.
  func limits(of host: String) -> HostLimits {
    var limits = HostTable.known.rule(for: host).limits(over: anyHost)
    if let perHost { limits.inFlight = min(perHost, limits.inFlight ?? .max) }
    if let most = rate?.perSecond { limits.perSecond = min(most, limits.perSecond ?? .infinity) }
    return own.rule(for: host).limits(over: limits)
  }

  /// What is said of a host, limits aside.
  func rule(for host: String) -> HostRule {
    own.rule(for: host).over(HostTable.known.rule(for: host))
  }

  /// What a picture shares with those that one process has to fetch: its host, where that has
  /// limits.
  func share(of url: String) -> String {
    guard let host = URLHost.string(url) else { return url }
    return rule(for: host).sharedBy == .url ? url : host
  }
}
