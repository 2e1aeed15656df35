import Fetching
import SizeVariants
import Transfers

/// When there is no such variant, so that the picture itself is asked for.
extension SizeVariant {
  /// Statuses that speak of the request and not of the host's state: some answer so where they
  /// can't make a size (IIIF Image API 3.0, section 7).
  static let finalStatuses: Set = [500, 501, 505]

  /// Whether an answer says so: by a refusal for good, or by sending elsewhere, where some
  /// hosts have a picture that says that there is none.
  func isMissing(after result: FetchResult) -> Bool {
    if let failure = result.failure { return Self.isMissing(after: failure) }
    guard let host = HTTPURL(result.url)?.host else { return false }
    return host != HTTPURL(url)?.host && !furtherHosts.contains(host)
  }

  /// Whether a failure says so; others would befall the picture itself too.
  static func isMissing(after failure: FetchFailure) -> Bool {
    !failure.isTemporary && !Robots.isRefusal(failure)
      && !["too_large", "refused_address"].contains(failure.error)
  }
}
