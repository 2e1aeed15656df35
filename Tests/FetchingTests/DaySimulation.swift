@testable import Fetching

/// A day in which records for one host come at an even pace, and how it answers them.
struct DaySimulation {
  /// What the host answers to a request that comes at a time.
  enum Answer {
    /// A picture of so many bytes.
    case bytes(Int)
    /// So many bytes of one.
    case part(Int)
    case refusal(retryAfter: Duration?)
    case nothing

    static let picture = bytes(0)
  }

  private let answer: (Duration) -> Answer
  private let pace: Duration
  private let latency: Duration
  private let limits: FetchLimits
  var policy: FetchPolicy
  private var now = Duration.zero
  private var attempts: [Int: Int] = [:]
  private var ends = [(time: Duration, job: Int, answer: Answer)]()
  private var added = 0

  /// When requests started.
  private(set) var starts: [Duration] = []
  /// What came, whole or not, and when.
  private(set) var bytes: [(time: Duration, count: Int)] = []
  /// When pictures came.
  private(set) var pictures: [Duration] = []
  /// When records failed, without a request or after their last.
  private(set) var failures: [Duration] = []

  init(
    _ limits: FetchLimits = FetchLimits(), pace: Duration = .seconds(1),
    latency: Duration = .milliseconds(300), answer: @escaping (Duration) -> Answer
  ) {
    (self.limits, self.pace, self.latency, self.answer) = (limits, pace, latency, answer)
    policy = FetchPolicy(limits)
  }

  /// Runs for a day, and then until all that came has ended, or until `end`.
  mutating func run(until end: Duration = .seconds(1 << 40)) {
    while let next = nextTime, next < end {
      now = next
      while pace * added <= now, now < .seconds(86_400) { add() }
      while let first = ends.first, first.time <= now {
        ends.removeFirst()
        settle(first.job, first.answer)
      }
      start()
    }
  }

  private var nextTime: Duration? {
    let arrival = pace * added
    return [arrival < .seconds(86_400) ? arrival : nil, ends.first?.time, policy.nextTime]
      .compactMap { $0 }.min().map { max($0, now) }
  }

  private mutating func add() {
    policy.add(added, to: "a", now: now)
    added += 1
  }

  private mutating func start() {
    while let job = policy.start(now: now) {
      starts.append(now)
      attempts[job, default: 0] += 1
      ends.append((now + latency, job, answer(now)))
    }
    while policy.takeRefused() != nil { failures.append(now) }
  }

  private mutating func settle(_ job: Int, _ answer: Answer) {
    switch answer {
    case .bytes(let count):
      bytes.append((now, count))
      pictures.append(now)
      policy.succeed(job, bytes: count, now: now)
    case .part(let count):
      bytes.append((now, count))
      fail(job, FetchFailure("cut_short", isTemporary: true), nil, count)
    case .refusal(let retryAfter): fail(job, .tooMany, retryAfter)
    case .nothing: fail(job, .unreachable, nil)
    }
  }

  private mutating func fail(
    _ job: Int, _ failure: FetchFailure, _ retryAfter: Duration?, _ bytes: Int = 0
  ) {
    let verdict = policy.fail(
      job, failure, attempt: attempts[job] ?? 0, retryAfter: retryAfter, bytes: bytes, now: now)
    if verdict == .done { failures.append(now) }
  }
}
