import Fetching

/// What a host is asked for at most, as far as it decides how long a fetch takes.
struct PlanLimits {
  /// Requests in flight at once.
  var inFlight: Int
  var perSecond: Double?
  var bytesPerHour: Int?
  var bytesPerDay: Int?
}

extension PlanLimits {
  /// The limits of a host, where there are so many requests in all.
  init(_ limits: HostLimits, concurrency: Int) {
    self.init(
      inFlight: min(limits.inFlight ?? concurrency, concurrency), perSecond: limits.perSecond,
      bytesPerHour: limits.bytesPerHour, bytesPerDay: limits.bytesPerDay)
  }
}
