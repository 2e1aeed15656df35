import Fetching
import Transfers

/// What a host asks of robots with `X-Robots-Tag`.
enum Robots {
  private static let refusals: Set = ["noai", "noimageai", "noindex", "noimageindex"]

  /// What stands before words that are for us alone.
  private static let ownName = "gbifxdl:"

  /// Whether a failure is such a refusal.
  static func isRefusal(_ failure: FetchFailure) -> Bool { isRefusal(failure.error) }

  /// Whether a cause of failure is such a refusal.
  static func isRefusal(_ error: String) -> Bool { error.hasPrefix("robots_") }

  /// The refusal of an answer that is not to be used, `nil` for all others.
  ///
  /// Words for another robot alone (`otherbot: noindex`) are not for us.
  static func refusal(of head: ResponseHead) -> FetchFailure? {
    for value in head.all("X-Robots-Tag") {
      for word in value.split(separator: ",") {
        var word = word.filter { !$0.isWhitespace }.lowercased()
        if word.hasPrefix(ownName) { word.removeFirst(ownName.count) }
        if refusals.contains(word) { return FetchFailure("robots_\(word)") }
      }
    }
    return nil
  }
}
