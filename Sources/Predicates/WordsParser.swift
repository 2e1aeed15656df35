extension Predicate {
  /// Reads a predicate in words: `year >= 2010 and not lifeStage = Larva`.
  ///
  /// `or` binds weakest, then `and`, then `not`, as in SQL; keywords may be in capitals. The
  /// whole language is in gbifxdl-filters(7).
  ///
  /// `readValues` gives the text of the file that `in @file` names.
  /// - Throws: `PredicateError` with the place.
  public init(
    words: String, for audience: Audience = .records,
    readValues: @escaping ValueFileReader = { path throws(ValueFileError) in
      throw ValueFileError("\(path): is not read here")
    }
  ) throws(PredicateError) {
    var parser = try WordsParser(words, audience, readValues)
    self = try parser.parse()
  }
}

/// A parser by recursive descent over the tokens.
struct WordsParser {
  /// How deep brackets and `not` may be nested.
  private static let maximumDepth = 200

  let words: String
  let audience: Audience
  let readValues: ValueFileReader
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  init(
    _ words: String, _ audience: Audience, _ readValues: @escaping ValueFileReader
  ) throws(PredicateError) {
    self.words = words
    self.audience = audience
    self.readValues = readValues
    var lexer = Lexer(words)
    tokens = try lexer.tokens()
  }

  mutating func parse() throws(PredicateError) -> Predicate {
    let predicate = try disjunction()
    guard next.kind == .end else { throw fault("'and', 'or' or the end is expected here") }
    return predicate
  }

  // MARK: and, or, not

  private mutating func disjunction() throws(PredicateError) -> Predicate {
    var terms = [try conjunction()]
    while take(keyword: "or") { terms.append(try conjunction()) }
    return terms.count == 1 ? terms[0] : .or(terms)
  }

  private mutating func conjunction() throws(PredicateError) -> Predicate {
    var terms = [try negation()]
    while take(keyword: "and") { terms.append(try negation()) }
    return terms.count == 1 ? terms[0] : .and(terms)
  }

  private mutating func negation() throws(PredicateError) -> Predicate {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw fault("nested too deep") }
    if take(keyword: "not") { return .not(try negation()) }
    guard take(symbol: "(") else { return try condition() }
    let inner = try disjunction()
    try expect(symbol: ")")
    return inner
  }

  // MARK: tokens

  var next: Token { tokens[index] }

  var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  mutating func advance() { index += 1 }

  mutating func take(keyword: String) -> Bool {
    guard next.isKeyword(keyword) else { return false }
    index += 1
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard next.kind == .symbol(symbol) else { return false }
    index += 1
    return true
  }

  mutating func expect(symbol: String) throws(PredicateError) {
    if !take(symbol: symbol) { throw fault("'\(symbol)' is expected here") }
  }

  func fault(_ reason: String) -> PredicateError { fault(reason, at: next.offset) }

  func fault(_ reason: String, at offset: Int) -> PredicateError {
    PredicateError(text: words, offset: offset, reason: reason)
  }
}
