internal import GBIF
internal import Records
internal import RegularExpressions

/// What one value must fulfil, made ready to be asked often.
enum Condition {
  case isThere
  case text(TextSet)
  case like(Wildcards)
  case ordered(OrderedBound)
  case number(Comparison, Double)
  case numbers(Set<Double>)
  case date(Comparison, DateInterval)
  case dates([DateInterval])
  case matches(RegularExpression)

  /// Equality with any of the values, which are checked already.
  init(_ term: Term, isIn values: [String], _ matching: Matching) {
    let text = Condition.text(TextSet(values, matchesCase: matching.matchesCase))
    guard case .key(let key) = term else {
      self = text
      return
    }
    switch key.type {
    case .integer, .decimal: self = .numbers(Set(values.compactMap(DecimalNumber.parse)))
    case .date, .dateInterval: self = .dates(values.compactMap(DateInterval.init))
    case .text, .boolean, .geologicalTime, .uuid, .country, .word: self = text
    }
  }

  /// Less or greater than a value, which is checked already.
  init(_ term: Term, _ comparison: Comparison, _ value: String) {
    let ordered = Condition.ordered(OrderedBound(comparison, value))
    guard case .key(let key) = term else {
      self = ordered
      return
    }
    switch key.type {
    case .integer, .decimal:
      self = DecimalNumber.parse(value).map { .number(comparison, $0) } ?? ordered
    case .date, .dateInterval: self = DateInterval(value).map { .date(comparison, $0) } ?? ordered
    case .text, .boolean, .geologicalTime, .uuid, .country, .word: self = ordered
    }
  }

  /// Like a pattern with `*` and `?`.
  init(like pattern: String, _ matching: Matching) {
    self = .like(Wildcards(pattern, matchesCase: matching.matchesCase))
  }

  /// Matching a regular expression, which the parser has compiled before.
  init(_ pattern: Pattern) {
    do throws(RegularExpressionError) {
      self = .matches(try RegularExpression(pattern.text, ignoringCase: pattern.ignoresCase))
    } catch {
      preconditionFailure("\(pattern): \(error)")
    }
  }

  /// Whether the value fulfils it.
  /// - Throws: `RegularExpressionError` where a regular expression takes too many steps.
  func holds(for text: borrowing Span<UInt8>) throws(RegularExpressionError) -> Bool {
    switch self {
    case .isThere: return true
    case .text(let values): return values.contains(text)
    case .like(let wildcards): return wildcards.matches(text)
    case .ordered(let bound): return bound.holds(for: text)
    case .number(let comparison, let bound):
      guard let value = DecimalNumber.parse(text) else { return false }
      return comparison.holds(value < bound ? -1 : value > bound ? 1 : 0)
    case .numbers(let values):
      return DecimalNumber.parse(text).map { values.contains($0) } ?? false
    case .date(let comparison, let bound):
      return DateInterval(text.extracting(...))?.holds(comparison, bound) ?? false
    case .dates(let intervals):
      guard let date = DateInterval(text.extracting(...)) else { return false }
      return intervals.contains { date.lies(within: $0) }
    case .matches(let expression): return try expression.matches(text)
    }
  }
}
