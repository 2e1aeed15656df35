/// How a host is getting on, for people.
public struct HostReport: Sendable {
  /// Why nothing is asked of a host.
  public enum Rest: Equatable, Sendable {
    /// It said that it was too much.
    case paused
    /// It failed too often.
    case parked
    /// It sent as much as it may.
    case spent
  }

  /// The host's name.
  public var name = ""
  /// Requests in flight.
  public var inFlight = 0
  /// Requests that wait for their turn, or for another try.
  public var waiting = 0
  /// Requests that came to an answer, redirects among them.
  public var done = 0
  /// Requests that failed.
  public var failed = 0
  /// The bytes of all bodies.
  public var bytes = 0
  /// Requests done in a second, since the first.
  public var rate = 0.0
  /// Why nothing is asked of it, and for how long yet; `nil` where something is.
  public var rest: (reason: Rest, time: Duration)?

  /// A host that was asked nothing.
  public init() {}

  /// How many seconds what waits will take at the rate so far.
  public var secondsLeft: Double {
    if waiting == 0 { return 0 }
    return max(rate > 0 ? Double(waiting) / rate : .infinity, (rest?.time ?? .zero) / .seconds(1))
  }

  /// The hosts that will keep the run longest, the slowest first: what waits for them takes
  /// longest at the rate so far.
  public static func slowest(_ reports: [HostReport], _ count: Int) -> [HostReport] {
    let slow = reports.filter { $0.waiting > 0 }.sorted {
      ($1.secondsLeft, $1.waiting, $0.name) < ($0.secondsLeft, $0.waiting, $1.name)
    }
    return Array(slow.prefix(count))
  }
}

extension HostState {
  /// How the host is getting on.
  func report(now: Duration) -> HostReport {
    var report = HostReport()
    report.name = name
    report.inFlight = inFlight
    report.waiting = tally.pending - inFlight
    (report.done, report.failed, report.bytes) = (tally.done, tally.failed, tally.bytes)
    let seconds = tally.first.map { (now - $0) / .seconds(1) } ?? 0
    report.rate = Double(tally.done) / max(seconds, 1)
    report.rest = rest(now: now)
    return report
  }

  private func rest(now: Duration) -> (reason: HostReport.Rest, time: Duration)? {
    if let parking, parking.until > now { return (.parked, parking.until - now) }
    if pausedUntil > now { return (.paused, pausedUntil - now) }
    guard inFlight == 0, let time = budget?.nextStart(now: now), time > now else { return nil }
    return (.spent, time - now)
  }
}
