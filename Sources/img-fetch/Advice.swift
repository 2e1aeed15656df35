import Fetching

/// What to type next about a failure.
enum Advice {
  /// Options that let through what failed without them, by cause.
  private static let options = [
    "too_large": "--retry-failed with a larger --max-bytes",
    "refused_address": "--allow-private reaches it",
    "name_taken": "--retry-failed with another --name, such as one with {hash}",
    "tls": "run again, with --cacert if you trust it",
    "http_429": "run again, with a lower --rate or --per-host",
    "host_down": "run again later",
    "timeout_total": "run again, with a longer --timeout",
  ]
  /// Nothing helps: the record is wrong.
  private static let hopeless: Set = ["bad_url"]

  /// In a few words; `nil` where nothing helps.
  static func text(_ error: String, isTemporary: Bool) -> String? {
    if hopeless.contains(error) { return nil }
    if let option = options[error] { return option }
    if Robots.isRefusal(error) { return "--ignore-robots-tag fetches it all the same" }
    return isTemporary ? "run again" : "--retry-failed tries again"
  }
}
