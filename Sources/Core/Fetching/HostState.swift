/// What is known of one host, and what it may be asked now.
struct HostState {
  private(set) var inFlight = 0
  /// Requests that may be in flight now: shrinks when the host refuses, grows back slowly.
  private(set) var limit: Int
  private(set) var isParked = false
  /// Nothing is asked before.
  private(set) var pausedUntil = Duration.zero
  var waiting = Queue<Int>()
  /// Whether it stands in the line of hosts that may start something.
  var isInLine = false

  private let limits: FetchLimits
  private var failuresInRow = 0
  private var successes = 0

  init(_ limits: FetchLimits) {
    self.limits = limits
    limit = limits.perHost
  }

  /// Whether a request may start as far as those in flight are concerned.
  var hasRoom: Bool { inFlight < limit && !isParked }

  func canStart(now: Duration) -> Bool { hasRoom && pausedUntil <= now }

  mutating func start(now: Duration) {
    inFlight += 1
    guard let rate = limits.perHostRate else { return }
    pausedUntil = max(pausedUntil, now) + .seconds(1 / rate)
  }

  mutating func end() { inFlight -= 1 }

  /// A whole answer: after a few of them one more may be in flight.
  mutating func succeed() {
    failuresInRow = 0
    successes += 1
    guard limit < limits.perHost, successes >= 4 * limit else { return }
    successes = 0
    limit += 1
  }

  /// The host says that it is too much.
  mutating func refuse(until time: Duration) {
    pausedUntil = max(pausedUntil, time)
    limit = max(1, limit / 2)
    successes = 0
  }

  /// A failure that speaks against the host.
  mutating func fail() {
    failuresInRow += 1
    if failuresInRow >= limits.failuresUntilParked { isParked = true }
  }
}
