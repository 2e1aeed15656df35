internal import Records

extension Predicate {
  /// Reads a predicate in words: `year >= 2010 and not lifeStage = Larva`.
  ///
  /// `or` binds weakest, then `and`, then `not`, as in SQL. Comparisons are `=`, `!=`, `<`,
  /// `<=`, `>`, `>=`, `in (A, B)`, `is null` and `is not null`; keywords may be in capitals.
  /// - Throws: `PredicateError` with the place.
  public init(words: String) throws(PredicateError) {
    var parser = try WordsParser(words)
    self = try parser.parse()
  }
}

/// A parser by recursive descent over the tokens.
private struct WordsParser {
  /// How deep brackets and `not` may be nested.
  private static let maximumDepth = 200

  private let words: String
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  init(_ words: String) throws(PredicateError) {
    self.words = words
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

  // MARK: conditions

  private mutating func condition() throws(PredicateError) -> Predicate {
    let field = try field()
    if take(keyword: "is") { return try nullness(of: field) }
    if take(keyword: "in") { return .isIn(field, try list()) }
    if take(keyword: "not") {
      guard take(keyword: "in") else { throw fault("'in' is expected here") }
      return .not(.isIn(field, try list()))
    }
    if take(symbol: "!=") { return .not(.compare(field, .equals, try value())) }
    for comparison in Comparison.allCases where take(symbol: comparison.rawValue) {
      return .compare(field, comparison, try value())
    }
    throw fault("a comparison is expected here: = != < <= > >= in is")
  }

  private mutating func nullness(of field: FieldPath) throws(PredicateError) -> Predicate {
    let isNot = take(keyword: "not")
    guard take(keyword: "null") else { throw fault("'null' is expected here") }
    return isNot ? .isNotNull(field) : .isNull(field)
  }

  private mutating func list() throws(PredicateError) -> [String] {
    try expect(symbol: "(")
    var values = [try value()]
    while take(symbol: ",") { values.append(try value()) }
    try expect(symbol: ")")
    return values
  }

  private mutating func field() throws(PredicateError) -> FieldPath {
    guard case .word(let name) = next.kind else { throw fault("a field is expected here") }
    guard let path = FieldPath(name) else { throw fault("'\(name)' names no field") }
    index += 1
    return path
  }

  private mutating func value() throws(PredicateError) -> String {
    switch next.kind {
    case .word(let value), .quoted(let value):
      index += 1
      return value
    case .symbol, .end: throw fault("a value is expected here")
    }
  }

  // MARK: tokens

  private var next: Token { tokens[index] }

  private mutating func take(keyword: String) -> Bool {
    guard case .word(let word) = next.kind, word.lowercased() == keyword else { return false }
    index += 1
    return true
  }

  private mutating func take(symbol: String) -> Bool {
    guard next.kind == .symbol(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func expect(symbol: String) throws(PredicateError) {
    if !take(symbol: symbol) { throw fault("'\(symbol)' is expected here") }
  }

  private func fault(_ reason: String) -> PredicateError {
    PredicateError(words: words, offset: next.offset, reason: reason)
  }
}
