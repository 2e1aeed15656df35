public import Fetching

/// What is said of a host, or of all hosts below a name; `nil` is where nothing is said.
public struct HostRule: Equatable, Sendable {
  /// A value, or that there is to be none.
  public enum Setting<Value: Equatable & Sendable>: Equatable, Sendable {
    /// None: a limit is lifted.
    case none
    /// This.
    case some(Value)

    /// The value, where there is one.
    public var value: Value? {
      if case .some(let value) = self { value } else { nil }
    }
  }

  /// How processes divide the records of a host among them.
  public enum Sharing: String, Sendable, CaseIterable {
    /// One process has them all, so that the host's limits hold.
    case host
    /// By their URLs: the host is without limit.
    case url
  }

  /// Requests in flight at once.
  public var inFlight: Setting<Int>?
  /// Requests a second.
  public var perSecond: Setting<Double>?
  /// Bytes in any hour.
  public var bytesPerHour: Setting<Int>?
  /// Bytes in any 24 hours.
  public var bytesPerDay: Setting<Int>?
  /// How processes share its records.
  public var sharedBy: Sharing?
  /// Words for people.
  public var note: String?

  /// Says nothing.
  public init() {}

  /// What both say; where both speak, this one counts.
  public func over(_ other: HostRule) -> HostRule {
    var rule = self
    rule.inFlight = inFlight ?? other.inFlight
    rule.perSecond = perSecond ?? other.perSecond
    rule.bytesPerHour = bytesPerHour ?? other.bytesPerHour
    rule.bytesPerDay = bytesPerDay ?? other.bytesPerDay
    rule.sharedBy = sharedBy ?? other.sharedBy
    rule.note = note ?? other.note
    return rule
  }

  /// The limits that follow, where `limits` hold otherwise.
  public func limits(over limits: HostLimits) -> HostLimits {
    var limits = limits
    if let inFlight { limits.inFlight = inFlight.value }
    if let perSecond { limits.perSecond = perSecond.value }
    if let bytesPerHour { limits.bytesPerHour = bytesPerHour.value }
    if let bytesPerDay { limits.bytesPerDay = bytesPerDay.value }
    return limits
  }
}
