@testable import Fetching
import Transfers

extension FetchFailure {
  /// A host that can't be reached: temporary, and the host's fault.
  static let unreachable = FetchFailure(
    "connect", http: nil, "no connection", isTemporary: true, isOfHost: true)

  /// The host says that it is too much.
  static let tooMany = FetchFailure(status: 429)

  /// There is no such file: final, and not the host's fault.
  static let missing = FetchFailure(status: 404)
}

extension FetchLimits {
  /// The default limits but for what `change` makes of them.
  static func with(_ change: (inout FetchLimits) -> Void) -> FetchLimits {
    var limits = FetchLimits()
    change(&limits)
    return limits
  }
}
