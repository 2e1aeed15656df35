internal import GBIF
internal import Geometry
internal import RegularExpressions

extension WordsParser {
  /// A name, and what it stands for.
  private struct Subject {
    let term: Term
    let token: Token
    /// How strictly its values are looked at.
    let rules: ConditionRules
  }

  mutating func condition() throws(PredicateError) -> Predicate {
    if next.isKeyword("within"), isValue(following) { return try within() }
    if next.isKeyword("geoDistance"), following.kind == .symbol("(") { return try geoDistance() }
    let subject = try subject()
    if take(keyword: "is") { return try nullness(of: subject) }
    if take(keyword: "not") { return .not(try wordComparison(of: subject)) }
    if take(symbol: "!=") { return .not(try equality(of: subject)) }
    if take(symbol: "=") { return try equality(of: subject) }
    // The longer ones first: `<` begins `<=`.
    for comparison in Comparison.allCases where take(symbol: comparison.symbol) {
      return try order(of: subject, comparison)
    }
    return try wordComparison(of: subject)
  }

  private mutating func wordComparison(of subject: Subject) throws(PredicateError) -> Predicate {
    if take(keyword: "in") { return try list(of: subject) }
    if take(keyword: "like") { return try likeness(of: subject) }
    if take(keyword: "matches") { return try match(of: subject) }
    throw fault("a comparison is expected here: = != < <= > >= in like matches is")
  }

  private mutating func nullness(of subject: Subject) throws(PredicateError) -> Predicate {
    let isNot = take(keyword: "not")
    guard take(keyword: "null") else { throw fault("'null' is expected here") }
    return isNot ? .isNotNull(subject.term) : .isNull(subject.term)
  }

  private mutating func equality(of subject: Subject) throws(PredicateError) -> Predicate {
    let value = try value(of: subject)
    return .equals(subject.term, value, try matching())
  }

  private mutating func order(
    of subject: Subject, _ comparison: Comparison
  ) throws(PredicateError) -> Predicate {
    if let refusal = subject.rules.refusalOfOrder { throw fault(refusal, at: subject.token.offset) }
    return .compare(subject.term, comparison, try value(of: subject))
  }

  private mutating func likeness(of subject: Subject) throws(PredicateError) -> Predicate {
    if let refusal = subject.rules.refusalOfLike { throw fault(refusal, at: subject.token.offset) }
    let pattern = try value()
    return .like(subject.term, pattern, try matching())
  }

  private mutating func match(of subject: Subject) throws(PredicateError) -> Predicate {
    if audience == .gbif { throw fault("GBIF knows no regular expressions; 'like' is near") }
    let token = next
    guard case .pattern(let pattern) = token.kind else {
      throw fault("a regular expression between slashes is expected here")
    }
    advance()
    do throws(RegularExpressionError) {
      _ = try RegularExpression(pattern.text, ignoringCase: pattern.ignoresCase)
    } catch {
      guard case .pattern(let offset, _) = error else {
        throw fault(error.description, at: token.offset)
      }
      throw fault(error.description, at: min(token.offset + 1 + offset, token.range.upperBound))
    }
    return .matches(subject.term, pattern)
  }

  // MARK: names and values

  private mutating func subject() throws(PredicateError) -> Subject {
    let token = next
    let expression = try fieldExpression()
    let term = Term(expression, for: audience)
    let rules = ConditionRules(term, for: audience, isKey: isKeyName(token))
    if let refusal = rules.refusal { throw fault(refusal, at: token.offset) }
    return Subject(term: term, token: token, rules: rules)
  }

  /// Whether a key is named as GBIF does, in capitals.
  private func isKeyName(_ token: Token) -> Bool {
    guard case .word(let name) = token.kind else { return false }
    return !name.contains(where: \.isLowercase)
  }

  private mutating func value(of subject: Subject) throws(PredicateError) -> String {
    let token = next
    let value = try value()
    return try checked(value, for: subject, at: token.offset)
  }

  private func checked(
    _ value: String, for subject: Subject, at offset: Int, from place: String = ""
  ) throws(PredicateError) -> String {
    switch subject.rules.value(value) {
    case .accepted(let value): return value
    case .refused(let reason): throw fault("\(place)'\(value)' \(reason)", at: offset)
    }
  }

  private mutating func list(of subject: Subject) throws(PredicateError) -> Predicate {
    var values = [String]()
    if take(symbol: "(") {
      repeat { values += try element(of: subject) } while take(symbol: ",")
      try expect(symbol: ")")
    } else {
      guard case .word(let word) = next.kind, word.hasPrefix("@") else {
        throw fault("'(' or '@' and a file's name is expected here")
      }
      values = try element(of: subject)
    }
    return .isIn(subject.term, values, try matching())
  }

  private mutating func element(of subject: Subject) throws(PredicateError) -> [String] {
    let token = next
    guard case .word(let word) = token.kind, word.hasPrefix("@") else {
      return [try value(of: subject)]
    }
    advance()
    var path = String(word.dropFirst())
    // Quotes go around a name with blanks: `@"a list.txt"`.
    if path.isEmpty { path = try value() }
    return try values(in: path, of: subject, at: token.offset)
  }

  private func values(
    in path: String, of subject: Subject, at offset: Int
  ) throws(PredicateError) -> [String] {
    let bytes: [UInt8]
    do { bytes = try readValues(path) } catch { throw fault(error.description, at: offset) }
    var values = [String]()
    for (value, line) in ValueFile.values(in: bytes) {
      values.append(try checked(value, for: subject, at: offset, from: "\(path):\(line): "))
    }
    if values.isEmpty { throw fault("\(path): has no value", at: offset) }
    return values
  }

  /// What may follow a value that is compared as text.
  private mutating func matching() throws(PredicateError) -> Matching {
    var matching = Matching()
    while true {
      if take(keyword: "matchCase") {
        matching.matchesCase = true
      } else if take(keyword: "checklistKey") {
        matching.checklistKey = try value()
      } else {
        return matching
      }
    }
  }

  mutating func value() throws(PredicateError) -> String {
    guard isValue(next) else { throw fault("a value is expected here") }
    return try text()
  }

  private mutating func text() throws(PredicateError) -> String {
    switch next.kind {
    case .word(let value), .quoted(let value):
      advance()
      return value
    case .symbol, .pattern, .end: throw fault("a value is expected here")
    }
  }

  func isValue(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .quoted: true
    case .symbol, .pattern, .end: false
    }
  }
}
