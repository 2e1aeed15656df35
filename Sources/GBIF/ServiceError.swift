/// What GBIF's service refuses, or can't do; `description` is the whole message.
public struct ServiceError: Error, Equatable, CustomStringConvertible {
  /// The kinds that a caller may want to tell apart: each has its own exit status.
  public enum Kind: Sendable, CaseIterable {
    /// What was given is no predicate and no request.
    case badInput
    /// GBIF refuses the request as it is.
    case badRequest
    /// Credentials are wrong or missing.
    case notPermitted
    /// Not now; later it may do.
    case temporary
    /// There is no such download.
    case unknown
    /// GBIF did not do its part.
    case unavailable
  }

  /// Which of the kinds this is.
  public let kind: Kind
  /// *What: why*.
  public let description: String

  /// An error to be told in one line.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// The service does not know the user (401), or not for this (403).
  static func denied(_ words: String, status: Int) -> ServiceError {
    let advice = status == 401 ? " (the name is the user name, not the e-mail address)" : ""
    return ServiceError(.notPermitted, "GBIF does not let you in: \(words)\(advice)")
  }
}
