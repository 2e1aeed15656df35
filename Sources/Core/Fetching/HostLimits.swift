/// The limits of one host; `nil` is without limit.
public struct HostLimits: Equatable, Sendable {
  /// Requests in flight at once.
  public var inFlight: Int?
  /// Requests a second: no two start closer to each other than that.
  public var perSecond: Double?
  /// Bytes of bodies in any hour.
  public var bytesPerHour: Int?
  /// Bytes of bodies in any 24 hours.
  public var bytesPerDay: Int?
  /// Whether processes that share limits have no more requests together than one may have.
  public var isShared = true

  /// The time from one start to the next; rounded up, so that the fractions do not add up to one
  /// more.
  var interval: Duration? { perSecond.map { .nanoseconds(Int64((1e9 / $0).rounded(.up))) } }

  /// Limits of requests alone.
  public init(inFlight: Int? = 8, perSecond: Double? = nil) {
    self.inFlight = inFlight
    self.perSecond = perSecond
  }
}
