/// What is known of one host, and what it may be asked now.
struct HostState {
  /// A request in flight.
  struct Start {
    let time: Duration
    /// Whether it is the look at a host that was parked.
    let isLook: Bool
  }

  private(set) var inFlight = 0
  /// Requests that may be in flight now: shrinks when the host refuses, grows back slowly.
  private(set) var limit: Int
  /// Nothing is asked before, as the host wants it.
  private(set) var pausedUntil = Duration.zero
  private(set) var parking: Parking?
  var waiting = Queue<Int>()
  /// Whether it stands in the line of hosts that may start something.
  var isInLine = false

  private let limits: FetchLimits
  private var nextTurn = Duration.zero
  private var failuresInRow = 0
  private var refusals = RefusalRow()
  private var successes = 0

  init(_ limits: FetchLimits) {
    self.limits = limits
    limit = limits.perHost
  }

  /// Whether a request may start as far as those in flight are concerned.
  var hasRoom: Bool { parking.map { !$0.isLooking } ?? (inFlight < limit) }

  /// When a request may start as far as time is concerned.
  var nextStart: Duration { max(pausedUntil, nextTurn, parking?.until ?? .zero) }

  func canStart(now: Duration) -> Bool { hasRoom && nextStart <= now }

  func isParked(now: Duration) -> Bool { parking.map { now < $0.until } ?? false }

  mutating func start(now: Duration) -> Start {
    inFlight += 1
    parking?.isLooking = true
    if let rate = limits.perHostRate {
      // Rounded up, so that the fractions do not add up to one more.
      nextTurn = now + .nanoseconds(Int64((1e9 / rate).rounded(.up)))
    }
    return Start(time: now, isLook: parking != nil)
  }
}

extension HostState {
  /// A whole answer: after a few of them one more may be in flight.
  mutating func succeed(_ start: Start) {
    inFlight -= 1
    refusals.end(started: start.time)
    failuresInRow = 0
    if start.isLook { return unpark() }
    successes += 1
    guard limit < limits.perHost, successes >= 4 * limit else { return }
    successes = 0
    limit += 1
  }

  /// The host says that it is too much, and how long it wants to rest.
  mutating func refuse(_ start: Start, retryAfter: Duration?, now: Duration) {
    inFlight -= 1
    let isNew = refusals.add(started: start.time, now: now)
    let pause = max(isNew ? refusals.pause(limits) : .zero, retryAfter ?? .zero)
    pausedUntil = max(pausedUntil, now + min(pause, limits.longestDelay))
    if isNew {
      limit = max(1, limit / 2)
      successes = 0
    }
    if start.isLook || refusals.count >= limits.refusalsUntilParked { park(start, now: now) }
  }

  /// A failure that speaks against the host.
  mutating func fail(_ start: Start, now: Duration) {
    inFlight -= 1
    failuresInRow += 1
    // A moment without a network fails all that is in flight, and is no reason.
    let most = max(limits.failuresUntilParked, limits.perHost + limits.perHost / 2)
    if start.isLook || failuresInRow >= most { park(start, now: now) }
  }

  /// What was still in flight when the host was parked says nothing new.
  private mutating func park(_ start: Start, now: Duration) {
    guard parking == nil || start.isLook else { return }
    parking = Parking(after: parking, now: now, limits)
    (failuresInRow, refusals) = (0, RefusalRow())
  }

  private mutating func unpark() {
    parking = nil
    (limit, successes) = (1, 0)
  }
}
