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
  /// Which part of the work this process does, where it is divided.
  var shard: Shard?
  /// Whether it is divided by a field, so that a host is asked by all processes.
  var isDividedByField = false

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
    limits = own.rule(for: host).limits(over: limits)
    limits.isShared = rule(for: host).sharedBy != .url
    if let shard, limits.isShared, isDividedByField || !shard.contains(host) {
      limits.divide(among: shard.count)
    }
    return limits
  }

  /// The limits as a plan has them: where all processes ask a host, each has its part of the
  /// requests too, which they share by locks when they run.
  func plannedLimits(of host: String) -> HostLimits {
    var limits = limits(of: host)
    if let shard, isDividedByField, limits.isShared { limits.divideRequests(among: shard.count) }
    return limits
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

extension HostLimits {
  /// Leaves one of so many processes its part of the bytes.
  fileprivate mutating func divide(among count: Int) {
    bytesPerHour = bytesPerHour.map { $0 / count }
    bytesPerDay = bytesPerDay.map { $0 / count }
  }

  /// Leaves one of so many processes its part of the requests.
  fileprivate mutating func divideRequests(among count: Int) {
    inFlight = inFlight.map { max(1, $0 / count) }
    perSecond = perSecond.map { $0 / Double(count) }
  }
}
