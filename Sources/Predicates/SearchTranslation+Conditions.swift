internal import GBIF

extension SearchTranslation {
  mutating func equality(
    _ term: Term, _ values: [String], _ matching: Matching, _ path: [Int]
  ) throws(PredicateError) -> SearchClause {
    if matching.matchesCase { throw fault(path, behind: term, "GBIF's search has no matchCase") }
    let key = try key(of: term, path)
    if key.isTaxonomic || matching.checklistKey != nil {
      try take(checklist: matching.checklistKey, path)
    }
    var all = [SearchClause.Value]()
    for value in values { all.append(try self.value(value, of: key, path)) }
    return SearchClause(key: key, values: all)
  }

  /// An interval is a range to the search.
  private func value(
    _ value: String, of key: SearchKey, _ path: [Int]
  ) throws(PredicateError) -> SearchClause.Value {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    guard key.isDate, ends.count == 2 else { return .one(value) }
    guard ends[0].count == ends[1].count else {
      throw fault(path, "GBIF's search takes an interval whose ends are both written in full")
    }
    return .range(from: String(ends[0]), to: String(ends[1]))
  }

  func order(
    _ term: Term, _ comparison: Comparison, _ value: String, _ path: [Int]
  ) throws(PredicateError) -> SearchClause {
    let key = try key(of: term, path)
    guard key.type != .geologicalTime, !value.contains("/") else {
      throw fault(path, behind: term, "GBIF's search has ranges of numbers and of dates alone")
    }
    let whole = key.type == .integer ? Int(value) : nil
    let range: SearchClause.Value
    switch comparison {
    case .lessThanOrEquals: range = .range(from: nil, to: value)
    case .greaterThanOrEquals: range = .range(from: value, to: nil)
    case .lessThan:
      range = .range(from: nil, to: try neighbour(of: whole, -1, behind: term, path))
    case .greaterThan:
      range = .range(from: try neighbour(of: whole, 1, behind: term, path), to: nil)
    }
    return SearchClause(key: key, values: [range])
  }

  /// The search's ranges have their ends within.
  private func neighbour(
    of number: Int?, _ step: Int, behind term: Term, _ path: [Int]
  ) throws(PredicateError) -> String {
    guard let (sum, isTooLarge) = number?.addingReportingOverflow(step), !isTooLarge else {
      throw fault(path, behind: term, "GBIF's search has '<=' and '>=' alone")
    }
    return "\(sum)"
  }

  func presence(
    of term: Term, _ isThere: Bool, _ path: [Int]
  ) throws(PredicateError) -> SearchClause {
    let key = try key(of: term, path)
    switch key.name {
    case "DECIMAL_LATITUDE", "DECIMAL_LONGITUDE", "HAS_COORDINATE":
      return try clause("HAS_COORDINATE", "\(isThere)", path)
    case "MEDIA_TYPE" where isThere:
      return SearchClause(key: key, values: key.vocabulary.map { .one($0) })
    default:
      let reason = "GBIF's search can't ask whether a field is there; \(Self.advice)"
      throw fault(path, behind: term, reason)
    }
  }

  private func key(of term: Term, _ path: [Int]) throws(PredicateError) -> SearchKey {
    guard case .key(let key) = term else { throw fault(path, "GBIF has no key for \(term)") }
    return key
  }
}

extension SearchKey {
  fileprivate var isDate: Bool { type == .date || type == .dateInterval }
}
