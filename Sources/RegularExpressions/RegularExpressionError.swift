/// What is wrong with a regular expression; `description` is the whole message.
public enum RegularExpressionError: Error, Equatable, CustomStringConvertible {
  /// The pattern does not compile: the character where it shows, counted from 0, and why.
  case pattern(offset: Int, reason: String)
  /// A match took more steps than are allowed.
  case limit
  /// PCRE2 gave another of its numbers (pcre2api, "return values").
  case other(Int32)

  /// Why, in lower case and without a full stop.
  public var description: String {
    switch self {
    case .pattern(_, let reason): reason
    case .limit: "the regular expression takes too many steps on this value"
    case .other(let code): "the regular expression failed with PCRE2's error \(code)"
    }
  }
}
