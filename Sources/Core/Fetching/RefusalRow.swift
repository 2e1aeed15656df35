/// The refusals of a host in a row: answers that say that it is too much.
struct RefusalRow {
  /// How many bursts of them.
  private(set) var count = 0
  private var last: Duration?

  /// Takes a refusal in; `false` where it belongs to the last burst: its request was on its way
  /// already.
  mutating func add(started: Duration, now: Duration) -> Bool {
    guard isNew(started) else { return false }
    count += 1
    last = now
    return true
  }

  /// An answer that is none ends the row, if it was asked for after the last refusal.
  mutating func end(started: Duration) {
    if isNew(started) { count = 0 }
  }

  /// How long the host rests: twice as long after each.
  func pause(_ limits: FetchLimits) -> Duration {
    min(limits.firstDelay * (1 << min(max(count - 1, 0), 20)), limits.longestDelay)
  }

  private func isNew(_ started: Duration) -> Bool { last.map { started > $0 } ?? true }
}
