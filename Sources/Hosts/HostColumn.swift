internal import Invocation

/// A column of a table of hosts, and what its cells say.
enum HostColumn: String, CaseIterable {
  case host
  case inFlight = "in-flight"
  case perSecond = "per-second"
  case bytesPerHour = "bytes-hour"
  case bytesPerDay = "bytes-day"
  case sharedBy = "shared-by"
  case note

  /// Takes a cell into a rule; `false` where it can't be understood.
  func read(_ cell: String, into rule: inout HostRule) -> Bool {
    switch self {
    case .host: return true
    case .inFlight: return Self.set(&rule.inFlight, cell, Self.count)
    case .perSecond: return Self.set(&rule.perSecond, cell, Self.rate)
    case .bytesPerHour: return Self.set(&rule.bytesPerHour, cell, Self.bytes)
    case .bytesPerDay: return Self.set(&rule.bytesPerDay, cell, Self.bytes)
    case .sharedBy: rule.sharedBy = HostRule.Sharing(rawValue: cell)
    case .note: rule.note = cell
    }
    return self == .note || rule.sharedBy != nil
  }

  /// What its cells can say, for people.
  var expectation: String {
    switch self {
    case .host: "a name such as example.org, *.example.org or *, without scheme, port and path"
    case .inFlight: "a number from 1 to 10000, or none"
    case .perSecond: "a number from 0.0001 to 1000000, or none"
    case .bytesPerHour, .bytesPerDay: "a number of bytes such as 500M, or none"
    case .sharedBy: HostRule.Sharing.allCases.map(\.rawValue).joined(separator: " or ")
    case .note: "any text"
    }
  }

  private static func set<Value>(
    _ setting: inout HostRule.Setting<Value>?, _ cell: String, _ read: (String) -> Value?
  ) -> Bool {
    setting = cell == "none" ? HostRule.Setting.none : read(cell).map { .some($0) }
    return setting != nil
  }

  private static func count(_ cell: String) -> Int? {
    Int(cell).flatMap { 1...10_000 ~= $0 ? $0 : nil }
  }

  private static func rate(_ cell: String) -> Double? {
    Double(cell).flatMap { 0.0001...1_000_000 ~= $0 ? $0 : nil }
  }

  private static func bytes(_ cell: String) -> Int? {
    ByteCount(argument: cell).flatMap { $0.bytes > 0 ? $0.bytes : nil }
  }
}
