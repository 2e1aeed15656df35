/// What a host is asked for at most, as far as it decides how long a fetch takes.
struct PlanLimits {
  /// Requests in flight at once.
  var inFlight: Int
  var perSecond: Double?
  var bytesPerHour: Int?
  var bytesPerDay: Int?
}
