/// When which request may start, and what follows from how it ended: limits, order, waits
/// and tries, as a value without network and without a clock of its own.
///
/// Times are durations since the start of the run. Hosts take turns; within a host the order
/// is that of arrival.
public struct FetchPolicy {
  /// What follows from the end of a request.
  public enum Verdict: Equatable {
    /// It is done, well or not.
    case done
    /// The policy will start it again.
    case again
  }

  private enum Event {
    case host(Int)
    case job(Int, host: Int)

    var host: Int {
      switch self {
      case .host(let host), .job(_, let host): host
      }
    }
  }

  private let limits: FetchLimits
  private var names: [String: Int] = [:]
  private var hosts: [HostState] = []
  private var line = Queue<Int>()
  private var timers = TimerQueue<Event>()
  /// Requests whose host is parked.
  private var refused = Queue<Int>()

  /// How many requests are in flight.
  public private(set) var inFlight = 0

  /// A policy under these limits.
  public init(_ limits: FetchLimits) { self.limits = limits }

  /// Takes up a request to `host`, under a number of its starter's choice.
  public mutating func add(_ job: Int, to host: String, now: Duration) {
    enqueue(job, host: number(of: host), now: now)
  }

  /// A request that may start now; it then counts as in flight.
  public mutating func start(now: Duration) -> (job: Int, host: Int)? {
    wake(now: now)
    while inFlight < limits.inFlight, let host = line.popFirst() {
      hosts[host].isInLine = false
      // It may have been paused or parked since it stood in line.
      let job = hosts[host].canStart(now: now) ? hosts[host].waiting.popFirst() : nil
      if job != nil { hosts[host].start(now: now) }
      lineUp(host, now: now)
      guard let job else { continue }
      inFlight += 1
      return (job, host)
    }
    return nil
  }

  /// A request that will never start, because its host is parked.
  public mutating func takeRefused() -> (job: Int, failure: FetchFailure)? {
    refused.popFirst().map { ($0, .hostDown) }
  }

  /// When to ask again if nothing ends before; `nil` when nothing waits for a time.
  public var nextTime: Duration? { timers.first }
}

extension FetchPolicy {
  /// A request came to a whole answer.
  public mutating func succeed(host: Int, now: Duration) {
    end(host, now: now) { $0.succeed() }
  }

  /// A request was sent elsewhere: the policy takes it up there.
  public mutating func redirect(_ job: Int, host: Int, to target: String, now: Duration) {
    end(host, now: now) { $0.succeed() }
    add(job, to: target, now: now)
  }

  /// A request failed for the `attempt`th time; `retryAfter` is what the server asks for.
  public mutating func fail(
    _ job: Int, host: Int, _ failure: FetchFailure, attempt: Int, retryAfter: Duration?,
    now: Duration
  ) -> Verdict {
    let delay = retryAfter ?? delay(of: job, attempt: attempt)
    let pause = min(delay, limits.longestDelay)
    end(host, now: now) { state in
      switch failure.http {
      case 429, 503: state.refuse(until: now + pause)
      default: failure.isOfHost ? state.fail() : state.succeed()
      }
    }
    guard failure.isTemporary, attempt < limits.attempts, delay <= limits.longestDelay,
      !hosts[host].isParked
    else { return .done }
    timers.add(.job(job, host: host), at: now + delay)
    return .again
  }

  /// Doubling waits, each between half and all of it, by the request's own number: so that
  /// many that failed together do not come back together.
  private func delay(of job: Int, attempt: Int) -> Duration {
    let whole = min(limits.firstDelay * (1 << min(attempt - 1, 20)), limits.longestDelay)
    var mixed = UInt64(truncatingIfNeeded: job &* 31 &+ attempt) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return whole * (0.5 + Double(mixed % 1000) / 2000)
  }

  private mutating func number(of host: String) -> Int {
    if let known = names[host] { return known }
    names[host] = hosts.count
    hosts.append(HostState(limits))
    return hosts.count - 1
  }

  private mutating func enqueue(_ job: Int, host: Int, now: Duration) {
    if hosts[host].isParked { return refused.append(job) }
    hosts[host].waiting.append(job)
    lineUp(host, now: now)
  }

  private mutating func end(_ host: Int, now: Duration, _ change: (inout HostState) -> Void) {
    inFlight -= 1
    hosts[host].end()
    change(&hosts[host])
    if hosts[host].isParked { refuseWaiting(host) }
    lineUp(host, now: now)
  }

  /// Those that wait for their turn, and those that wait for another try.
  private mutating func refuseWaiting(_ host: Int) {
    while let job = hosts[host].waiting.popFirst() { refused.append(job) }
    for event in timers.takeAll(where: { $0.host == host }) {
      if case .job(let job, _) = event { refused.append(job) }
    }
  }

  /// Puts a host in the line if it may start something now, else where it is woken.
  private mutating func lineUp(_ host: Int, now: Duration) {
    let state = hosts[host]
    guard !state.isInLine, !state.waiting.isEmpty, state.hasRoom else { return }
    hosts[host].isInLine = true
    if state.pausedUntil > now {
      timers.add(.host(host), at: state.pausedUntil)
    } else {
      line.append(host)
    }
  }

  private mutating func wake(now: Duration) {
    while let event = timers.take(until: now) {
      switch event {
      case .job(let job, let host): enqueue(job, host: host, now: now)
      case .host(let host):
        // The pause may have been made longer meanwhile.
        hosts[host].isInLine = false
        lineUp(host, now: now)
      }
    }
  }
}
