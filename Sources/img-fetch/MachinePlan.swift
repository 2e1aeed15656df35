import Fetching

/// What one machine is to fetch.
struct MachinePlan {
  private let limits: FetchLimits
  private var replay: FetchReplay
  private(set) var hosts: [String: HostPlan] = [:]
  /// How long it takes; known when all is added.
  private(set) var seconds = 0.0

  init(_ limits: FetchLimits) {
    self.limits = limits
    replay = FetchReplay(limits, window: Pipeline.window)
  }

  /// Takes in bytes that an earlier run got from `host` so long ago.
  mutating func remember(_ bytes: Int, from host: String, ago age: Duration) {
    replay.remember(bytes, from: host, ago: age)
  }

  /// Adds a picture at `host` that may have so many bytes, for a record of so many.
  mutating func add(_ host: String, guess bytes: Int, line: Int) {
    hosts[host, default: HostPlan()].add(guess: bytes)
    let mean = hosts[host]?.mean.map { Int($0) }
    replay.add(host, bytes: mean ?? bytes, held: line)
  }

  /// Learns from a picture of `host` that is there.
  mutating func know(_ host: String, _ bytes: Int) {
    hosts[host, default: HostPlan()].know(bytes)
  }

  /// Nothing more is to be added.
  mutating func finish() { seconds = replay.finish() / .seconds(1) }

  /// When the last picture of a host comes, and what makes it take so long.
  func time(of host: String) -> (seconds: Double, bound: PlanBound) {
    let end = (replay.ends[host] ?? .zero) / .seconds(1)
    let own = ownTime(of: host)
    return (end, PlanBound.explains(own.seconds, end) ? own.bound : .otherHosts)
  }

  /// What makes all take so long: the slowest host, unless there are too many requests for those
  /// in flight at once.
  var bound: PlanBound {
    let together = PlanBound.seconds(of: pictures, limits.inFlight)
    let slowest = hosts.keys.map { (seconds: ownTime(of: $0).seconds, host: $0) }
      .max { ($0.seconds, $1.host) < ($1.seconds, $0.host) }
    let isSlower = slowest.map { $0.seconds >= together } ?? false
    let (time, bound) =
      isSlower
      ? (slowest?.seconds ?? 0, .host(slowest?.host ?? ""))
      : (together, PlanBound.inFlight(limits.inFlight))
    return PlanBound.explains(time, seconds) ? bound : .orderOfRecords
  }

  var pictures: Int { hosts.values.reduce(0) { $0 + $1.pictures } }

  var bytes: Int { hosts.values.reduce(0) { $0 + $1.bytes } }

  private func ownTime(of host: String) -> (seconds: Double, bound: PlanBound) {
    (hosts[host] ?? HostPlan())
      .time(under: limits.limits(of: host), concurrency: limits.inFlight)
  }
}
