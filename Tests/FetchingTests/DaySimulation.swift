@testable import Fetching

/// A day in which records for one host come at an even pace, and how it answers them.
struct DaySimulation {
  /// What the host answers to a request that comes at a time.
  enum Answer {
    case picture
    case refusal(retryAfter: Duration?)
    case nothing
  }

  private let answer: (Duration) -> Answer
  private let pace: Duration
  private let latency: Duration
  private let limits: FetchLimits
  private var policy: FetchPolicy
  private var now = Duration.zero
  private var attempts: [Int: Int] = [:]
  private var ends = [(time: Duration, job: Int, answer: Answer)]()
  private var added = 0

  /// When requests started.
  private(set) var starts: [Duration] = []
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

  /// Runs for a day, and then until all that came has ended.
  mutating func run() {
    while let next = nextTime {
      now = next
      while pace * added <= now, now < .seconds(86_400) { add() }
      while let first = ends.first, first.time <= now {
        ends.removeFirst()
        end(first.job, first.answer)
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

  private mutating func end(_ job: Int, _ answer: Answer) {
    switch answer {
    case .picture:
      policy.succeed(job, now: now)
      pictures.append(now)
    case .refusal(let retryAfter): fail(job, .tooMany, retryAfter)
    case .nothing: fail(job, .unreachable, nil)
    }
  }

  private mutating func fail(_ job: Int, _ failure: FetchFailure, _ retryAfter: Duration?) {
    let verdict = policy.fail(
      job, failure, attempt: attempts[job] ?? 0, retryAfter: retryAfter, now: now)
    if verdict == .done { failures.append(now) }
  }
}
