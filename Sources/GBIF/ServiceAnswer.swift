/// How a call ended.
public enum ServiceAnswer: Sendable {
  /// GBIF answered.
  case http(status: Int, body: [UInt8], retryAfter: Duration?)
  /// No whole answer came; `wasSent` says whether the request may have arrived.
  case none(reason: String, wasSent: Bool)

  /// What GBIF has to say about a failure, to be put behind a colon.
  static func words(_ body: [UInt8], status: Int) -> String {
    words(body) ?? "status \(status)"
  }

  /// That GBIF has a bad moment, and what it says about that.
  static func trouble(_ body: [UInt8], status: Int) -> String {
    "GBIF answers \(status)" + (words(body).map { ": \($0)" } ?? "")
  }

  /// GBIF's words on one line; a page of HTML is none of its own.
  private static func words(_ body: [UInt8]) -> String? {
    let text = String(decoding: body.prefix(4000), as: UTF8.self)
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    let start = words.prefix(9).lowercased()
    let isPage = start.hasPrefix("<html") || start == "<!doctype"
    return words.isEmpty || isPage ? nil : words
  }
}
