import Fetching

/// A policy with its clock, and what it started.
struct PolicyRun {
  var policy: FetchPolicy
  var now = Duration.zero

  init(_ limits: FetchLimits = FetchLimits()) { policy = FetchPolicy(limits) }

  mutating func add(_ jobs: some Sequence<Int>, to host: String) {
    for job in jobs { policy.add(job, to: host, now: now) }
  }

  /// Starts all that may start, in its order.
  mutating func start() -> [Int] {
    var started = [Int]()
    while let job = policy.start(now: now) { started.append(job) }
    return started
  }

  mutating func succeed(_ jobs: Int...) {
    for job in jobs { policy.succeed(job, bytes: 0, now: now) }
  }

  @discardableResult
  mutating func fail(
    _ job: Int, _ failure: FetchFailure, attempt: Int = 1, retryAfter: Duration? = nil
  ) -> FetchPolicy.Verdict {
    policy.fail(job, failure, attempt: attempt, retryAfter: retryAfter, bytes: 0, now: now)
  }

  mutating func redirect(_ job: Int, to host: String) {
    policy.redirect(job, to: host, bytes: 0, now: now)
  }

  /// The requests that will never start.
  mutating func refused() -> [Int] {
    var refused = [Int]()
    while let (job, failure) = policy.takeRefused() {
      if failure.error == "host_down" { refused.append(job) }
    }
    return refused
  }

  /// The clock moves on to the next time that something may start.
  mutating func sleep() { now = max(now, policy.nextTime ?? now) }
}
