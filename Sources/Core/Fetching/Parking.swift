/// A host that failed too often: left alone until a time, after which one request is let through
/// as a look.
struct Parking: Equatable {
  /// Nothing is asked before.
  let until: Duration
  /// How long it was left alone the last time.
  let length: Duration
  /// Whether the look is in flight.
  var isLooking = false

  /// Leaves a host alone from `now` on, after a look that failed twice as long as before, and for a
  /// rest that it asks for.
  init(after before: Parking?, now: Duration, rest: Duration, _ limits: FetchLimits) {
    length = min(before.map { $0.length * 2 } ?? limits.firstParking, limits.longestParking)
    until = now + max(length, rest)
  }
}
