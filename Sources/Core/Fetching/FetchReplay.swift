/// A fetch without a network: the policy decides, requests take half a second in the mean, and the
/// clock goes from one thing that happens to the next.
public struct FetchReplay {
  /// What a request is taken to last in the mean; each lasts between half of it and half as much
  /// again, so that they do not end in step.
  public static let timeOfRequest = Duration.milliseconds(500)

  /// A file on its way.
  private struct Job {
    let host: String
    let bytes: Int
    let held: Int
  }

  private let window: (count: Int, bytes: Int)
  private var policy: FetchPolicy
  private var flights = TimerQueue<Int>()
  private var now = Duration.zero
  private var jobs: [Int: Job] = [:]
  private var held = 0
  private var added = 0

  /// When the last file of each host came.
  public private(set) var ends: [String: Duration] = [:]

  /// A fetch under these limits, of which so many files are taken up before their turn, and so
  /// many bytes are held for them.
  public init(_ limits: FetchLimits, window: (count: Int, bytes: Int)) {
    self.window = window
    policy = FetchPolicy(limits)
  }

  /// Takes in bytes that an earlier run got from `host` so long ago.
  public mutating func remember(_ bytes: Int, from host: String, ago age: Duration) {
    policy.remember(bytes, from: host, at: .zero - age)
  }

  /// Takes up a file of so many bytes as soon as there is room for it, and for what is held.
  public mutating func add(_ host: String, bytes: Int, held: Int) {
    while !hasRoom, moveOn() {}
    added += 1
    jobs[added] = Job(host: host, bytes: bytes, held: held)
    self.held += held
    policy.add(added, to: host, now: now)
    start()
  }

  /// Lets all come to an end; tells when that is.
  public mutating func finish() -> Duration {
    while moveOn() {}
    return ends.values.max() ?? .zero
  }

  private var hasRoom: Bool { jobs.count < window.count && held < window.bytes }

  private mutating func start() {
    while let job = policy.start(now: now) { flights.add(job, at: now + Self.time(of: job)) }
  }

  /// Goes to the next moment at which something happens; `false` where there is none.
  private mutating func moveOn() -> Bool {
    guard let next = nextTime else { return false }
    now = max(now, next)
    while let job = flights.take(until: now) { succeed(job) }
    start()
    return true
  }

  private var nextTime: Duration? {
    guard let end = flights.first, let start = policy.nextTime else {
      return flights.first ?? policy.nextTime
    }
    return min(end, start)
  }

  private mutating func succeed(_ number: Int) {
    guard let job = jobs.removeValue(forKey: number) else { return }
    held -= job.held
    ends[job.host] = now
    policy.succeed(number, bytes: job.bytes, now: now)
  }

  /// As evenly spread as those of a run are not known to be.
  private static func time(of job: Int) -> Duration {
    var mixed = UInt64(truncatingIfNeeded: job) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return timeOfRequest * (0.5 + Double(mixed % 1000) / 999)
  }
}
