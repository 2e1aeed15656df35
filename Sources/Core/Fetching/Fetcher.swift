public import ByteStreams
public import Transfers
internal import Threads

/// Fetches files as the policy says: starts transfers, follows redirects hop by hop, tries
/// again, and tells how each job ended.
public struct Fetcher: ~Copyable {
  private struct State {
    var job: FetchJob
    let origin: HTTPURL
    /// That of the present URL.
    var host: String
    var attempts = 0
    var hops = 0

    /// Where a redirect from the present URL leads.
    func resolve(_ target: String) -> HTTPURL? {
      HTTPURL(target, relativeTo: HTTPURL(job.request.url))
    }
  }

  /// How long a request waits until it asks for a shared place again.
  private static let slotDelay = Duration.milliseconds(50)

  private let limits: FetchLimits
  private var policy: FetchPolicy
  private var transfers: Transfers
  private var states: [Int: State] = [:]
  private var results = Queue<FetchResult>()
  private var slots: HostSlots?
  private var turns: HostTurns?
  private var added = 0
  private let start = ContinuousClock.now

  /// Whether new transfers may start; those in flight come to their end in any case.
  public var isStarting = true

  /// A fetcher under these limits.
  public init(_ limits: FetchLimits, _ transfers: consuming Transfers) {
    self.limits = limits
    self.transfers = transfers
    policy = FetchPolicy(limits)
  }

  /// How many jobs have not ended.
  public var count: Int { states.count }

  /// How many transfers are in flight.
  public var inFlight: Int { policy.inFlight }

  /// How all hosts are getting on, in the order in which they were met.
  public var hosts: [HostReport] { policy.reports(now: now) }

  /// Takes in bytes that an earlier run got from `host` so long ago.
  public mutating func remember(_ bytes: Int, from host: String, ago age: Duration) {
    policy.remember(bytes, from: host, at: now - age)
  }

  /// The bytes that came since the last call from hosts whose bytes are limited.
  public mutating func takeSpent() -> [(host: String, bytes: Int)] { policy.takeSpent() }

  private var now: Duration { start.duration(to: .now) }

  /// Takes up a job; the number tells it apart from all others of this fetcher.
  public mutating func add(_ job: FetchJob) -> Int {
    added += 1
    guard let url = job.origin else {
      let failure = FetchFailure("bad_url", "not a URL of http or https")
      results.append(result(added, failure, nil, url: job.request.url, attempts: 0))
      return added
    }
    states[added] = State(job: job, origin: url, host: url.host)
    states[added]?.job.request.url = url.text
    policy.add(added, to: url.host, now: now)
    return added
  }

  /// Starts what may start and moves all transfers on; waits at most so long for something
  /// to happen, also on one of `descriptors`.
  public mutating func turn(
    milliseconds: Int, watching descriptors: [Int32] = []
  ) throws(TransferError) {
    if isStarting { try startTransfers() }
    let isIdle = results.isEmpty
    try transfers.wait(
      milliseconds: isIdle ? untilNextTime(milliseconds) : 0, watching: descriptors)
    while let finished = transfers.finished() { settle(finished) }
  }

  /// Shares the limits of requests in flight and a second with all processes that share these
  /// two files, which are made where they are missing; not those of hosts that nothing limits.
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public mutating func shareLimits(
    inFlight slots: String, perSecond turns: String
  ) throws(StreamError) {
    self.slots = try HostSlots(slots)
    self.turns = try HostTurns(turns)
  }

  /// How long a request to a host has to wait for other processes; `nil` where it may start.
  private func delay(of host: String) -> Duration? {
    guard let slots, let turns else { return nil }
    let limits = limits.limits(of: host)
    guard limits.isShared else { return nil }
    if let count = limits.inFlight, !slots.take(host, of: count) { return Self.slotDelay }
    guard let interval = limits.interval, let delay = turns.take(host, every: interval)
    else { return nil }
    slots.release(host)
    return delay
  }

  /// How a job ended; `nil` when none did since.
  public mutating func next() -> FetchResult? { results.popFirst() }

  private func untilNextTime(_ milliseconds: Int) -> Int {
    guard isStarting, let next = policy.nextTime else { return milliseconds }
    return max(1, min(milliseconds, Int((next - now) / .milliseconds(1)) + 1))
  }

  private mutating func startTransfers() throws(TransferError) {
    while let job = policy.start(now: now) {
      guard var state = states[job] else { continue }
      if let delay = delay(of: state.host) {
        policy.putOff(job, until: now + delay, now: now)
        continue
      }
      state.attempts += 1
      states[job] = state
      state.job.body.restart()
      try transfers.start(state.job.request, into: Answer(state.job.body), tag: job)
    }
    while let (job, failure) = policy.takeRefused() { finish(job, failure, nil) }
  }
}

extension Fetcher {
  private mutating func settle(_ finished: FinishedTransfer) {
    guard let state = states[finished.tag] else { return }
    let job = finished.tag
    slots?.release(state.host)
    if let target = finished.head?.redirect, state.job.mayFollow {
      return redirect(job, state, to: target, finished)
    }
    guard let failure = failure(of: finished, state) else {
      policy.succeed(job, bytes: finished.bytes, now: now)
      return finish(job, nil, finished.head, length: finished.length)
    }
    let retryAfter = finished.head?.retryAfter.map { Duration.seconds($0) }
    let verdict = policy.fail(
      job, failure, attempt: state.attempts, retryAfter: retryAfter,
      bytes: finished.bytes, now: now)
    if verdict == .done { finish(job, failure, finished.head) }
  }

  private func failure(of finished: FinishedTransfer, _ state: State) -> FetchFailure? {
    if let head = finished.head, !(200..<300 ~= head.status) {
      let isFinal = state.job.finalStatuses.contains(head.status)
      return isFinal
        ? FetchFailure("http_\(head.status)", http: head.status) : FetchFailure(status: head.status)
    }
    guard let failure = finished.failure else { return nil }
    if failure.cause == .stopped, let refusal = state.job.body.refusal { return refusal }
    return FetchFailure(failure, http: finished.head?.status)
  }

  /// The next hop is a request of its own to the target's host; credentials stay behind
  /// unless it has the same origin.
  private mutating func redirect(
    _ job: Int, _ state: State, to target: String, _ finished: FinishedTransfer
  ) {
    guard state.hops < limits.hops, let url = state.resolve(target) else {
      let failure =
        state.hops < limits.hops
        ? FetchFailure("bad_url", "a redirect to \(target)")
        : FetchFailure("too_many_redirects", "more than \(limits.hops) redirects")
      policy.succeed(job, bytes: finished.bytes, now: now)
      return finish(job, failure, finished.head)
    }
    states[job]?.hops += 1
    // A hop is no new try.
    states[job]?.attempts -= 1
    states[job]?.job.request.url = url.text
    states[job]?.host = url.host
    if !url.hasOrigin(of: state.origin) { states[job]?.job.request.credentials = nil }
    policy.redirect(job, to: url.host, bytes: finished.bytes, now: now)
  }

  private mutating func finish(
    _ job: Int, _ failure: FetchFailure?, _ head: ResponseHead?, length: Int? = nil
  ) {
    guard let state = states.removeValue(forKey: job) else { return }
    results.append(
      result(
        job, failure, head, url: state.job.request.url, length: length, attempts: state.attempts))
  }

  private func result(
    _ job: Int, _ failure: FetchFailure?, _ head: ResponseHead?, url: String, length: Int? = nil,
    attempts: Int
  ) -> FetchResult {
    FetchResult(
      job: job, failure: failure, head: head, url: url, length: length, attempts: attempts)
  }
}

extension FetchJob {
  /// Where it begins; `nil` where that is no URL that may be asked.
  fileprivate var origin: HTTPURL? {
    request.secureShell == nil ? HTTPURL(request.url) : HTTPURL(sftp: request.url)
  }

  fileprivate var mayFollow: Bool {
    followsRedirects && request.body == nil && request.upload == nil
  }
}

extension ResponseHead {
  /// Where an answer of RFC 9110 section 15.4 leads.
  fileprivate var redirect: String? {
    [301, 302, 303, 307, 308].contains(status) ? self["Location"] : nil
  }
}
