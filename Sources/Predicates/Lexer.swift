/// Cuts words into tokens.
struct Lexer {
  private let words: [Character]
  /// Where the present token begins, and where the next may.
  private var offset = 0
  private var resume = 0

  init(_ words: String) { self.words = Array(words) }

  /// What ends an unquoted word.
  static func isWordPart(_ character: Character) -> Bool {
    !character.isWhitespace && !"()<>=!,\"'".contains(character)
  }

  /// All tokens, `end` last.
  mutating func tokens() throws(PredicateError) -> [Token] {
    var tokens = [Token]()
    repeat {
      skipBlanks()
      let isPattern = tokens.last?.isKeyword("matches") ?? false && isAt(offset, "/")
      let kind = try isPattern ? pattern() : next()
      tokens.append(Token(kind: kind, range: offset..<resume))
      offset = resume
    } while tokens.last?.kind != .end
    return tokens
  }

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

  /// `/expression/`, with an `i` behind it where case does not matter; `\/` is a slash.
  private mutating func pattern() throws(PredicateError) -> Token.Kind {
    var text = ""
    var index = offset + 1
    while index < words.count, words[index] != "/" {
      if words[index] == "\\", index + 1 < words.count {
        if words[index + 1] != "/" { text.append("\\") }
        index += 1
      }
      text.append(words[index])
      index += 1
    }
    guard index < words.count else { throw fault("this regular expression is not closed") }
    let ignoresCase = isAt(index + 1, "i")
    resume = index + (ignoresCase ? 2 : 1)
    return .pattern(Pattern(text, ignoresCase: ignoresCase))
  }

  private mutating func word() throws(PredicateError) -> Token.Kind {
    var index = offset
    var isInBackquotes = false
    while index < words.count, isInBackquotes || Self.isWordPart(words[index]) {
      if words[index] == "`" { isInBackquotes.toggle() }
      index += 1
    }
    if isInBackquotes { throw fault("this backquote is not closed") }
    guard index > offset else { throw fault("'\(words[offset])' is not expected here") }
    resume = index
    return .word(String(words[offset..<index]))
  }

  private func isAt(_ index: Int, _ character: Character) -> Bool {
    index < words.count && words[index] == character
  }

  private mutating func skipBlanks() {
    while offset < words.count, words[offset].isWhitespace { offset += 1 }
    resume = offset
  }

  private func fault(_ reason: String) -> PredicateError {
    PredicateError(text: String(words), offset: offset, reason: reason)
  }
}
