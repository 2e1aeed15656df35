internal import Threads

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

  /// A request in flight.
  private typealias Flight = (host: Int, start: HostState.Start)

  private let limits: FetchLimits
  private var names: [String: Int] = [:]
  private var hosts: [HostState] = []
  private var line = Queue<Int>()
  private var timers = TimerQueue<Event>()
  /// Requests whose host is parked.
  private var refused = Queue<Int>()

  private var flights: [Int: Flight] = [:]

  /// What came from hosts with a byte budget since it was asked for the last time.
  private var spent: [Int: Int] = [:]

  /// How many requests are in flight.
  public var inFlight: Int { flights.count }

  /// A policy under these limits.
  public init(_ limits: FetchLimits) { self.limits = limits }

  /// Takes up a request to `host`, under a number of its starter's choice.
  public mutating func add(_ job: Int, to host: String, now: Duration) {
    let host = number(of: host)
    hosts[host].tally.pending += 1
    enqueue(job, host: host, now: now)
  }

  /// A request that may start now; it then counts as in flight.
  public mutating func start(now: Duration) -> Int? {
    wake(now: now)
    while inFlight < limits.inFlight, let host = line.popFirst() {
      hosts[host].isInLine = false
      // It may have been paused or parked since it stood in line.
      let job = hosts[host].canStart(now: now) ? hosts[host].waiting.popFirst() : nil
      if let job { flights[job] = (host, hosts[host].start(now: now)) }
      lineUp(host, now: now)
      if let job { return job }
    }
    return nil
  }

  /// A request that `start` gave can't start yet, nor any other to its host before `time`.
  public mutating func putOff(_ job: Int, until time: Duration, now: Duration) {
    guard let (host, start) = flights.removeValue(forKey: job) else { return }
    hosts[host].putOff(start, until: time)
    hosts[host].waiting.append(job)
    lineUp(host, now: now)
  }

  /// A request that will never start, because its host is parked.
  public mutating func takeRefused() -> (job: Int, failure: FetchFailure)? {
    refused.popFirst().map { ($0, .hostDown) }
  }

  /// When to ask again if nothing ends before; `nil` when nothing waits for a time.
  public var nextTime: Duration? { timers.first }

  /// How all hosts are getting on, in the order in which they were met.
  public func reports(now: Duration) -> [HostReport] { hosts.map { $0.report(now: now) } }
}

/// What hosts sent, for those whose bytes are limited.
extension FetchPolicy {
  /// Takes in bytes that an earlier run got from `host`, at a time before the start of this one.
  public mutating func remember(_ bytes: Int, from host: String, at time: Duration) {
    guard ByteBudget(limits.limits(of: host)) != nil else { return }
    hosts[number(of: host)].remember(bytes, at: time)
  }

  /// The bytes that came since the last call, by the name of the host.
  public mutating func takeSpent() -> [(host: String, bytes: Int)] {
    defer { spent = [:] }
    return spent.sorted { $0.key < $1.key }.map { (hosts[$0.key].name, $0.value) }
  }
}

extension FetchPolicy {
  /// A request came to a whole answer of so many bytes.
  public mutating func succeed(_ job: Int, bytes: Int, now: Duration) {
    end(job, bytes, now: now) { state, start in
      state.learn(bytes)
      state.succeed(start)
      state.tally.settle(isDone: true)
    }
  }

  /// A request was sent elsewhere: the policy takes it up there.
  public mutating func redirect(_ job: Int, to target: String, bytes: Int, now: Duration) {
    end(job, bytes, now: now) { state, start in
      state.succeed(start)
      state.tally.settle(isDone: true)
    }
    add(job, to: target, now: now)
  }

  /// A request failed for the `attempt`th time, after so many bytes; `retryAfter` is what the
  /// server asks for.
  public mutating func fail(
    _ job: Int, _ failure: FetchFailure, attempt: Int, retryAfter: Duration?, bytes: Int,
    now: Duration
  ) -> Verdict {
    let host = end(job, bytes, now: now) { state, start in
      if failure.isRefusal {
        state.refuse(start, retryAfter: retryAfter, now: now)
      } else {
        failure.isOfHost ? state.fail(start, now: now) : state.succeed(start)
      }
    }
    let delay = retryAfter ?? delay(of: job, attempt: attempt)
    guard let host, failure.isTemporary, attempt < limits.attempts, delay <= limits.longestDelay,
      !hosts[host].isParked(now: now)
    else {
      if let host { hosts[host].tally.settle(isDone: false) }
      return .done
    }
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
    hosts.append(HostState(host, limits))
    return hosts.count - 1
  }

  private mutating func enqueue(_ job: Int, host: Int, now: Duration) {
    if hosts[host].isParked(now: now) { return refuse(job, host) }
    hosts[host].waiting.append(job)
    lineUp(host, now: now)
  }

  /// Ends a request in flight; gives its host.
  @discardableResult
  private mutating func end(
    _ job: Int, _ bytes: Int, now: Duration,
    _ change: (inout HostState, HostState.Start) -> Void
  ) -> Int? {
    guard let (host, start) = flights.removeValue(forKey: job) else { return nil }
    hosts[host].end(start, bytes: bytes, now: now)
    if hosts[host].budget != nil { spent[host, default: 0] += bytes }
    change(&hosts[host], start)
    if hosts[host].isParked(now: now) { refuseWaiting(host) }
    lineUp(host, now: now)
    return host
  }

  private mutating func refuse(_ job: Int, _ host: Int) {
    hosts[host].tally.settle(isDone: false)
    refused.append(job)
  }

  /// Those that wait for their turn, and those that wait for another try.
  private mutating func refuseWaiting(_ host: Int) {
    while let job = hosts[host].waiting.popFirst() { refuse(job, host) }
    for event in timers.takeAll(where: { $0.host == host }) {
      switch event {
      case .job(let job, _): refuse(job, host)
      case .host: hosts[host].isInLine = false
      }
    }
  }

  /// Puts a host in the line if it may start something now, else where it is woken.
  private mutating func lineUp(_ host: Int, now: Duration) {
    guard !hosts[host].isInLine, !hosts[host].waiting.isEmpty,
      let time = hosts[host].nextStart(now: now)
    else { return }
    hosts[host].isInLine = true
    if time > now {
      timers.add(.host(host), at: time)
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
