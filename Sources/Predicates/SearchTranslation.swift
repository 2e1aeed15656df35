internal import GBIF
internal import Geometry

/// The way from a predicate to parameters.
struct SearchTranslation {
  private let root: Predicate
  /// The checklist of the taxon keys so far; `nil` where there was no taxon key yet.
  private var checklistKey: String??

  init(_ root: Predicate) { self.root = root }

  /// The clauses that hold together, each of another key; `path` leads from the root here.
  mutating func clauses(
    of predicate: Predicate, _ path: [Int]
  ) throws(PredicateError) -> [SearchClause] {
    switch predicate {
    case .and(let terms): return try conjunction(terms, path)
    case .or(let terms): return [try disjunction(terms, path)]
    case .not: throw fault(path, "GBIF's search knows no 'not'; \(Self.advice)")
    case .equals(let term, let value, let matching):
      return [try equality(term, [value], matching, path)]
    case .isIn(let term, let values, let matching):
      return [try equality(term, values, matching, path)]
    case .compare(let term, let comparison, let value):
      return [try order(term, comparison, value, path)]
    case .like(let term, _, _), .matches(let term, _):
      throw fault(path, behind: term, "GBIF's search knows no patterns; \(Self.advice)")
    case .isNull(let term): return [try presence(of: term, false, path)]
    case .isNotNull(let term): return [try presence(of: term, true, path)]
    case .within(let region): return [try clause("GEOMETRY", region.text, path)]
    case .geoDistance(let circle):
      let place = "\(circle.latitude),\(circle.longitude),\(circle.distance.text)"
      return [try clause("GEO_DISTANCE", place, path)]
    }
  }

  static let advice = "ask for a download, or filter its records (occ-filter)"

  private mutating func conjunction(
    _ terms: [Predicate], _ path: [Int]
  ) throws(PredicateError) -> [SearchClause] {
    var all = [SearchClause]()
    for (index, term) in terms.enumerated() {
      for clause in try clauses(of: term, path + [index]) {
        guard let known = all.firstIndex(where: { $0.key == clause.key }) else {
          all.append(clause)
          continue
        }
        guard let both = all[known].and(clause) else {
          let reason = "GBIF's search would take this for an alternative to the other \(clause.key)"
          throw fault(path + [index], reason)
        }
        all[known] = both
      }
    }
    return all
  }

  private mutating func disjunction(
    _ terms: [Predicate], _ path: [Int]
  ) throws(PredicateError) -> SearchClause {
    var alternatives: SearchClause?
    for (index, term) in terms.enumerated() {
      let clauses = try clauses(of: term, path + [index])
      guard clauses.count == 1, alternatives.map({ $0.key == clauses[0].key }) ?? true else {
        let reason = "GBIF's search knows 'or' between values of one field alone; \(Self.advice)"
        throw fault(path + [index], reason)
      }
      alternatives = SearchClause(
        key: clauses[0].key, values: (alternatives?.values ?? []) + clauses[0].values)
    }
    guard let alternatives else { throw fault(path, "nothing is asked") }
    return alternatives
  }

  // MARK: the checklist

  mutating func take(checklist: String?, _ path: [Int]) throws(PredicateError) {
    if let known = checklistKey, known != checklist {
      throw fault(path, "GBIF's search understands all taxon keys in one checklist")
    }
    checklistKey = .some(checklist)
  }

  /// The parameter that says in which checklist all taxon keys are to be understood.
  func checklist(beside clauses: [SearchClause]) throws(PredicateError) -> [SearchParameter] {
    guard case .some(.some(let checklist)) = checklistKey else { return [] }
    let clause = try clause("CHECKLIST_KEY", checklist, [])
    if let other = clauses.first(where: { $0.key == clause.key }) {
      if other == clause { return [] }
      throw fault([], "two checklists are named")
    }
    return clause.parameters
  }

  func clause(
    _ name: String, _ value: String, _ path: [Int]
  ) throws(PredicateError) -> SearchClause {
    guard let key = SearchKey.named(name) else { throw fault(path, "GBIF knows no \(name)") }
    return SearchClause(key: key, values: [.one(value)])
  }

  // MARK: faults

  func fault(_ path: [Int], behind term: Term? = nil, _ reason: String) -> PredicateError {
    let offset = root.offset(of: path[...]) + (term.map { "\($0) ".count } ?? 0)
    return PredicateError(text: "\(root)", offset: offset, reason: reason)
  }
}
