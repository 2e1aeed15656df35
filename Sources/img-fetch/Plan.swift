/// What is to be fetched, by host, and how long that takes.
struct Plan {
  /// A line of it.
  struct Row: Equatable {
    let host: String
    let pictures: Int
    let bytes: Int
    let seconds: Double
    /// What makes it take so long.
    let bound: String
  }

  private var hosts: [String: HostPlan] = [:]

  /// Adds a picture at `host` that may have so many bytes.
  mutating func add(_ host: String, guess bytes: Int) {
    hosts[host, default: HostPlan()].add(guess: bytes)
  }

  /// Learns from a picture of `host` that is there.
  mutating func know(_ host: String, _ bytes: Int) {
    hosts[host, default: HostPlan()].know(bytes)
  }

  /// A row a host with something to be fetched, those that take longest first, and one of all.
  ///
  /// Hosts are asked at the same time, so that all take as long as the slowest, unless there are
  /// too many requests for `concurrency` at once.
  func rows(concurrency: Int, limits: (String) -> PlanLimits) -> [Row] {
    let rows = hosts.filter { $0.value.pictures > 0 }.map { host, plan in
      let (seconds, bound) = plan.time(under: limits(host))
      return Row(
        host: host, pictures: plan.pictures, bytes: plan.bytes, seconds: seconds,
        bound: bound.description)
    }.sorted { ($1.seconds, $0.host) < ($0.seconds, $1.host) }
    return rows + [Self.total(rows, concurrency)]
  }

  private static func total(_ rows: [Row], _ concurrency: Int) -> Row {
    let pictures = rows.reduce(0) { $0 + $1.pictures }
    let together = Double(pictures) * HostPlan.secondsOfRequest / Double(concurrency)
    let slowest = rows.first.flatMap { $0.seconds >= together ? $0 : nil }
    return Row(
      host: "all", pictures: pictures, bytes: rows.reduce(0) { $0 + $1.bytes },
      seconds: slowest?.seconds ?? together,
      bound: slowest?.host ?? PlanBound.inFlight(concurrency).description)
  }
}
