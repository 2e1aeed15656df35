internal import Threads

/// What is known of one host, and what it may be asked now.
struct HostState {
  /// A request in flight.
  struct Start {
    let time: Duration
    /// Whether it is the look at a host that was parked.
    let isLook: Bool
    /// Bytes of the budget that are kept for it.
    let reserved: Int
  }

  let name: String
  private(set) var inFlight = 0
  /// Requests that may be in flight now: shrinks when the host refuses, grows back slowly.
  private(set) var limit: Int
  /// Nothing is asked before, as the host wants it.
  private(set) var pausedUntil = Duration.zero
  private(set) var parking: Parking?
  var waiting = Queue<Int>()
  var tally = HostTally()
  /// Whether it stands in the line of hosts that may start something.
  var isInLine = false

  private(set) var budget: ByteBudget?

  private let limits: FetchLimits
  private let own: HostLimits
  /// Requests that may be in flight when all goes well.
  private let most: Int
  private var nextTurn = Duration.zero
  private var failuresInRow = 0
  private var refusals = RefusalRow()
  private var successes = 0

  init(_ name: String, _ limits: FetchLimits) {
    self.name = name
    self.limits = limits
    own = limits.limits(of: name)
    most = min(own.inFlight ?? limits.inFlight, limits.inFlight)
    limit = most
    budget = ByteBudget(own)
  }

  /// Whether a request may start as far as the number of those in flight is concerned.
  private var hasRoom: Bool { parking.map { !$0.isLooking } ?? (inFlight < limit) }

  /// When a request may start; `nil` where one in flight has to end first.
  func nextStart(now: Duration) -> Duration? {
    guard hasRoom else { return nil }
    let time = max(pausedUntil, nextTurn, parking?.until ?? .zero)
    guard let budget else { return time }
    return budget.nextStart(now: now).map { max(time, $0) }
  }

  func canStart(now: Duration) -> Bool { nextStart(now: now).map { $0 <= now } ?? false }

  func isParked(now: Duration) -> Bool { parking.map { now < $0.until } ?? false }

  mutating func start(now: Duration) -> Start {
    inFlight += 1
    tally.first = tally.first ?? now
    parking?.isLooking = true
    if let interval = own.interval { nextTurn = now + interval }
    return Start(time: now, isLook: parking != nil, reserved: budget?.reserve() ?? 0)
  }

  /// A request that was to start has to wait.
  mutating func putOff(_ start: Start, until time: Duration) {
    inFlight -= 1
    if start.isLook { parking?.isLooking = false }
    budget?.release(start.reserved)
    nextTurn = max(nextTurn, time)
  }

  /// A request ended, in whatever way, and so many bytes came.
  mutating func end(_ start: Start, bytes: Int, now: Duration) {
    inFlight -= 1
    tally.bytes += bytes
    budget?.spend(bytes, reserved: start.reserved, now: now)
  }
}

extension HostState {
  /// Remembers bytes that the host sent at a time before the start of the run.
  mutating func remember(_ bytes: Int, at time: Duration) { budget?.add(bytes, at: time) }

  /// Remembers the size of a picture.
  mutating func learn(_ bytes: Int) { budget?.learn(bytes) }

  /// A whole answer: after a few of them one more may be in flight.
  mutating func succeed(_ start: Start) {
    refusals.end(started: start.time)
    failuresInRow = 0
    if start.isLook { return unpark() }
    successes += 1
    guard limit < most, successes >= 4 * limit else { return }
    successes = 0
    limit += 1
  }

  /// The host says that it is too much, and how long it wants to rest.
  mutating func refuse(_ start: Start, retryAfter: Duration?, now: Duration) {
    let isNew = refusals.add(started: start.time, now: now)
    let pause = max(isNew ? refusals.pause(limits) : .zero, retryAfter ?? .zero)
    pausedUntil = max(pausedUntil, now + min(pause, limits.longestDelay))
    if isNew {
      limit = max(1, limit / 2)
      successes = 0
    }
    let rest = min(retryAfter ?? .zero, limits.longestRest)
    let isEnough = start.isLook || refusals.count >= limits.refusalsUntilParked
    if isEnough || rest > limits.longestDelay { park(start, now: now, rest: rest) }
  }

  /// A failure that speaks against the host.
  mutating func fail(_ start: Start, now: Duration) {
    failuresInRow += 1
    // A moment without a network fails all that is in flight, and is no reason.
    let needed = max(limits.failuresUntilParked, most + most / 2)
    if start.isLook || failuresInRow >= needed { park(start, now: now) }
  }

  /// What was still in flight when the host was parked says nothing new.
  private mutating func park(_ start: Start, now: Duration, rest: Duration = .zero) {
    guard parking == nil || start.isLook else { return }
    parking = Parking(after: parking, now: now, rest: rest, limits)
    (failuresInRow, refusals) = (0, RefusalRow())
  }

  private mutating func unpark() {
    parking = nil
    (limit, successes) = (1, 0)
  }
}
