/// What is wrong with a predicate; `description` is the whole message, with a caret under
/// the place.
public struct PredicateError: Error, CustomStringConvertible {
  /// The words as they were given.
  public let words: String
  /// The character where it shows, counted from 0.
  public let offset: Int
  /// Why, in lower case and without a full stop.
  public let reason: String

  /// The reason, the words, and a caret under the place.
  public var description: String {
    let caret = String(repeating: " ", count: offset) + "^"
    return "\(reason)\n  \(words)\n  \(caret)"
  }
}
