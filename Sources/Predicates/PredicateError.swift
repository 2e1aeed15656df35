/// What is wrong with a predicate; `description` is the whole message, `illustration` shows
/// the place.
public struct PredicateError: Error, CustomStringConvertible {
  /// How many characters on either side of the place are shown of a long line.
  private static let margin = 60

  /// The text as it was given.
  public let text: String
  /// The character where it shows, counted from 0.
  public let offset: Int
  /// Why, in lower case and without a full stop.
  public let reason: String
  /// Whether GBIF refuses it too; otherwise it may know a word or a form that this version does
  /// not.
  public let isCertain: Bool

  init(text: String, offset: Int, reason: String, isCertain: Bool = true) {
    self.text = text
    self.offset = offset
    self.reason = reason
    self.isCertain = isCertain
  }

  /// The reason alone.
  public var description: String { reason }

  /// The line with the place, or a piece of it where it is long, and a caret under the place.
  public var illustration: [String] {
    let characters = Array(text)
    var (start, end) = (min(offset, characters.count), min(offset, characters.count))
    while start > 0, offset - start < Self.margin, !characters[start - 1].isNewline { start -= 1 }
    while end < characters.count, end - offset < Self.margin, !characters[end].isNewline {
      end += 1
    }
    return [
      String(characters[start..<end].map { $0.isWhitespace ? " " : $0 }),
      String(repeating: " ", count: offset - start) + "^",
    ]
  }

  /// Where it shows: line and character, counted from 1.
  public var place: (line: Int, column: Int) {
    let before = text.prefix(offset)
    let line = before.count { $0.isNewline } + 1
    let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) }
    return (line, before[(start ?? before.startIndex)...].count + 1)
  }
}
