/// What is wrong with a predicate; `description` is the whole message, `illustration` shows
/// the place.
public struct PredicateError: Error, CustomStringConvertible {
  /// The words as they were given.
  public let words: String
  /// The character where it shows, counted from 0.
  public let offset: Int
  /// Why, in lower case and without a full stop.
  public let reason: String

  /// The reason alone.
  public var description: String { reason }

  /// The words on one line, and a caret under the place.
  public var illustration: [String] {
    [
      String(words.map { $0.isWhitespace ? " " : $0 }),
      String(repeating: " ", count: offset) + "^",
    ]
  }
}
