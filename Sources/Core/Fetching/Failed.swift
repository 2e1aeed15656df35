public import Records

/// A file that was not transferred, as the members `image` and `upload` tell of it.
public struct Failed: Sendable {
  /// Why.
  public let failure: FetchFailure
  /// How often it was tried.
  public let attempts: Int

  /// A failure after so many tries.
  public init(failure: FetchFailure, attempts: Int) {
    self.failure = failure
    self.attempts = attempts
  }

  /// The member's JSON.
  public var json: JSONObject {
    var member = JSONObject()
    member.add("status", "failed")
    member.add("error", failure.error)
    member.add("http", failure.http)
    member.add("attempts", attempts)
    member.add("message", failure.message)
    member.add("retry", failure.isTemporary)
    return member
  }
}
