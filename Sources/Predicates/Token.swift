/// The smallest pieces of a predicate in words.
struct Token: Equatable {
  enum Kind: Equatable {
    /// A name, a number or an unquoted value; `and`, `or`, `in`… are words too.
    case word(String)
    /// A value in quotes.
    case quoted(String)
    /// `(`, `)`, `,` or a comparison.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// The character where it begins, counted from 0.
  let offset: Int
}

/// Cuts words into tokens.
struct Lexer {
  private let words: [Character]
  private var offset = 0

  init(_ words: String) { self.words = Array(words) }

  /// All tokens, `end` last.
  mutating func tokens() throws(PredicateError) -> [Token] {
    var tokens = [Token]()
    repeat {
      skipBlanks()
      tokens.append(Token(kind: try next(), offset: offset))
      offset = resume
    } while tokens.last?.kind != .end
    return tokens
  }

  /// Where the next token begins: `offset` stays at the start of the present one.
  private var resume = 0

  private mutating func next() throws(PredicateError) -> Token.Kind {
    guard offset < words.count else { return .end }
    switch words[offset] {
    case "\"", "'": return try quoted()
    case "(", ")", ",", "=": return symbol(length: 1)
    case "<", ">": return symbol(length: isAt(offset + 1, "=") ? 2 : 1)
    case "!" where isAt(offset + 1, "="): return symbol(length: 2)
    default: return try word()
    }
  }

  private mutating func symbol(length: Int) -> Token.Kind {
    resume = offset + length
    return .symbol(String(words[offset..<resume]))
  }

  private mutating func quoted() throws(PredicateError) -> Token.Kind {
    let quote = words[offset]
    var text = ""
    var index = offset + 1
    while index < words.count {
      if words[index] == quote {
        // A doubled quote stands for one, as in SQL.
        guard isAt(index + 1, quote) else {
          resume = index + 1
          return .quoted(text)
        }
        index += 1
      }
      text.append(words[index])
      index += 1
    }
    throw fault("this quote is not closed")
  }

  private mutating func word() throws(PredicateError) -> Token.Kind {
    var index = offset
    var isInBackquotes = false
    while index < words.count, isInBackquotes || isWordPart(words[index]) {
      if words[index] == "`" { isInBackquotes.toggle() }
      index += 1
    }
    if isInBackquotes { throw fault("this backquote is not closed") }
    guard index > offset else { throw fault("'\(words[offset])' is not expected here") }
    resume = index
    return .word(String(words[offset..<index]))
  }

  private func isWordPart(_ character: Character) -> Bool {
    !character.isWhitespace && !"()<>=!,\"'".contains(character)
  }

  private func isAt(_ index: Int, _ character: Character) -> Bool {
    index < words.count && words[index] == character
  }

  private mutating func skipBlanks() {
    while offset < words.count, words[offset].isWhitespace { offset += 1 }
    resume = offset
  }

  private func fault(_ reason: String) -> PredicateError {
    PredicateError(words: String(words), offset: offset, reason: reason)
  }
}
