import Trials

@testable import Fetching

/// Thousands of requests to hosts that answer at random, and what a policy must never do.
struct Simulation {
  private struct Request {
    var host: String
    var attempts = 0
    var hops = 0
  }

  private let limits: FetchLimits
  private var random: SplitMix
  private var policy: FetchPolicy
  private var now = Duration.zero
  private var requests: [Int: Request] = [:]
  private var waiting = Set<Int>()
  private var inFlight: [Int] = []
  private var starts: [String: Duration] = [:]
  private var toAdd: Int

  /// What it did that it must not do.
  private(set) var faults: [String] = []
  /// How often each request ended.
  private(set) var ends: [Int: Int] = [:]
  private(set) var parked = 0

  init(seed: UInt64, requests: Int) {
    var random = SplitMix(seed: seed)
    limits = .with {
      $0.inFlight = .random(in: 1...40, using: &random)
      $0.anyHost.inFlight = .random(in: 1...9, using: &random)
      $0.anyHost.perSecond =
        Bool.random(using: &random) ? .random(in: 0.5...50, using: &random) : nil
      $0.anyHost.bytesPerHour =
        Bool.random(using: &random) ? .random(in: 20_000...400_000, using: &random) : nil
      $0.attempts = .random(in: 1...6, using: &random)
      $0.failuresUntilParked = .random(in: 2...12, using: &random)
      $0.refusalsUntilParked = .random(in: 2...8, using: &random)
      $0.firstParking = .seconds(Int.random(in: 1...60, using: &random))
    }
    self.random = random
    policy = FetchPolicy(limits)
    toAdd = requests
  }

  /// Runs to the end, or to the first fault.
  mutating func run() {
    let added = toAdd
    while toAdd > 0 || !requests.isEmpty, faults.isEmpty {
      if toAdd > 0, inFlight.isEmpty || Bool.random(using: &random) { add() }
      start()
      takeRefused()
      check()
      moveOn()
    }
    if ends.count != added || ends.values.contains(where: { $0 != 1 }) { fault("lost a request") }
    if policy.inFlight != 0 || policy.nextTime != nil { fault("something is left") }
  }

  private mutating func fault(_ text: String) { faults.append("\(text) at \(now)") }

  private mutating func add() {
    for _ in 0..<min(toAdd, .random(in: 1...30, using: &random)) {
      let job = toAdd
      requests[job] = Request(host: anyHost())
      waiting.insert(job)
      policy.add(job, to: requests[job]?.host ?? "", now: now)
      toAdd -= 1
    }
  }

  /// Few hosts have most of the requests.
  private mutating func anyHost() -> String {
    "h\(Int.random(in: 0...Int.random(in: 0...15, using: &random), using: &random))"
  }

  private mutating func anySize() -> Int { .random(in: 0...5000, using: &random) }

  private mutating func start() {
    while let job = policy.start(now: now) {
      if waiting.remove(job) == nil { fault("started \(job) twice") }
      requests[job]?.attempts += 1
      inFlight.append(job)
      checkRate(requests[job]?.host ?? "")
    }
    if let next = policy.nextTime, next <= now { fault("the next time is past") }
  }

  private mutating func checkRate(_ host: String) {
    if let rate = limits.anyHost.perSecond, let last = starts[host],
      now - last < .seconds(1 / rate) - .microseconds(1)
    {
      fault("\(host) was asked too soon")
    }
    starts[host] = now
  }

  private mutating func takeRefused() {
    while let (job, _) = policy.takeRefused() {
      if waiting.remove(job) == nil { fault("refused \(job), which does not wait") }
      parked += 1
      end(job)
    }
  }

  private mutating func check() {
    if inFlight.count > limits.inFlight { fault("too many in flight") }
    if policy.inFlight != inFlight.count { fault("a wrong count") }
    let hosts = Dictionary(grouping: inFlight) { requests[$0]?.host ?? "" }
    if hosts.values.contains(where: { $0.count > limits.anyHost.inFlight ?? 0 }) {
      fault("too many at a host")
    }
  }

  /// Something in flight ends, else the clock goes to the next time.
  private mutating func moveOn() {
    now += .milliseconds(Int.random(in: 0...400, using: &random))
    if let ended = inFlight.indices.randomElement(using: &random) {
      answer(inFlight.remove(at: ended))
    } else if let next = policy.nextTime {
      now = max(now, next)
    } else if toAdd == 0, !requests.isEmpty {
      fault("neither in flight nor waiting for a time: \(waiting.sorted().prefix(9))")
    }
  }

  private mutating func answer(_ job: Int) {
    guard let request = requests[job] else { return fault("an unknown request") }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: succeed(job)
    case 4 where request.hops < 8: redirect(job)
    case 5: fail(job, .missing)
    case 6: fail(job, .tooMany, retryAfter: .seconds(Int.random(in: 0...400, using: &random)))
    case 7: fail(job, FetchFailure(status: 503))
    // Some hosts are down more often than others.
    default: request.host.count == 2 ? fail(job, .unreachable) : succeed(job)
    }
  }

  private mutating func succeed(_ job: Int) {
    let bytes = anySize()
    policy.succeed(job, bytes: bytes, now: now)
    end(job)
  }

  private mutating func redirect(_ job: Int) {
    let target = anyHost()
    requests[job]?.host = target
    requests[job]?.hops += 1
    requests[job]?.attempts -= 1
    waiting.insert(job)
    let bytes = anySize()
    policy.redirect(job, to: target, bytes: bytes, now: now)
  }

  private mutating func fail(
    _ job: Int, _ failure: FetchFailure, retryAfter: Duration? = nil
  ) {
    let attempts = requests[job]?.attempts ?? 0
    let bytes = anySize()
    let verdict = policy.fail(
      job, failure, attempt: attempts, retryAfter: retryAfter, bytes: bytes, now: now)
    switch verdict {
    case .done: end(job)
    case .again where attempts < limits.attempts: waiting.insert(job)
    case .again: fault("\(job) is tried too often")
    }
  }

  private mutating func end(_ job: Int) {
    requests[job] = nil
    ends[job, default: 0] += 1
  }
}
