/// The smallest pieces of a predicate in words.
struct Token: Equatable {
  enum Kind: Equatable {
    /// A name, a number or an unquoted value; `and`, `or`, `in`… are words too.
    case word(String)
    /// A value in quotes.
    case quoted(String)
    /// A regular expression between slashes.
    case pattern(Pattern)
    /// `(`, `)`, `,` or a comparison.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// The characters that it takes, counted from 0.
  let range: Range<Int>

  /// The character where it begins.
  var offset: Int { range.lowerBound }

  /// Whether it is this word, in whatever case.
  func isKeyword(_ keyword: String) -> Bool {
    guard case .word(let word) = kind else { return false }
    return word.lowercased() == keyword.lowercased()
  }
}
