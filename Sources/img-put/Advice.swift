/// What to type next about a failure.
enum Advice {
  /// What lets through what failed without it, by cause.
  private static let ways = [
    "tls": "run again, with --cacert if you trust it",
    "host_down": "run again later",
    "timeout_total": "run again, with a longer --timeout",
    "http_429": "run again, with a lower --concurrency",
    "http_503": "run again, with a lower --concurrency",
    "ssh": "run again, with a lower --concurrency",
    "not_permitted": "you may not write there",
    "http_403": "you may not write there",
    "http_405": "the server takes no files there",
    "not_found": "the folder can't be made there",
    "http_301": "name the URL to which it leads",
    "http_302": "name the URL to which it leads",
    "http_307": "name the URL to which it leads",
    "http_308": "name the URL to which it leads",
    "http_409": "make the folder there first",
    "no_space": "make room there, and run again",
    "http_507": "make room there, and run again",
    "unreadable": "see to -C and to the file",
    "not_as_recorded": "img-check tells which; img-fetch fetches them again",
    "bad_name": "paths must lead down from -C",
  ]

  /// In a few words; `nil` where nothing helps.
  static func text(_ error: String, isTemporary: Bool) -> String? {
    ways[error] ?? (isTemporary ? "run again" : nil)
  }
}
