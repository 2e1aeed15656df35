internal import GBIF

extension Predicate {
  /// The same predicate for GBIF's large downloads, which leave out records without the field
  /// under `not` (gbif/occurrence#244).
  ///
  /// `not` is brought to the comparisons, and there stands beside *or the field is absent*, which
  /// is what it means to records here.
  public var withAbsence: Predicate { pushed(isNegated: false) }

  /// Whether `not` stands over a comparison without *or the field is absent* beside it, so that
  /// GBIF's large downloads leave out the records without the field.
  public var dropsAbsent: Bool {
    switch self {
    case .and(let terms): terms.contains { $0.dropsAbsent }
    case .or(let terms):
      terms.contains { term in
        if case .not(let inner) = term, !inner.isJunction,
          terms.contains(.isNull(inner.subject))
        {
          return false
        }
        return term.dropsAbsent
      }
    case .not(let term): term.compares
    default: false
    }
  }

  private var isJunction: Bool {
    switch self {
    case .and, .or, .not: true
    default: false
    }
  }

  private var compares: Bool {
    switch self {
    case .and(let terms), .or(let terms): terms.contains { $0.compares }
    case .not(let term): term.compares
    case .isNull, .isNotNull: false
    default: true
    }
  }

  private func pushed(isNegated: Bool) -> Predicate {
    switch self {
    case .not(let term): return term.pushed(isNegated: !isNegated)
    case .and(let terms):
      let terms = terms.map { $0.pushed(isNegated: isNegated) }
      return isNegated ? .or(terms) : .and(terms)
    case .or(let terms):
      let terms = terms.map { $0.pushed(isNegated: isNegated) }
      return isNegated ? .and(terms) : .or(terms)
    case .isNull(let term) where isNegated: return .isNotNull(term)
    case .isNotNull(let term) where isNegated: return .isNull(term)
    default: return isNegated ? .or([.not(self), .isNull(subject)]) : self
    }
  }

  /// What a comparison is about; of a place, the latitude.
  private var subject: Term {
    switch self {
    case .equals(let term, _, _), .isIn(let term, _, _), .like(let term, _, _),
      .compare(let term, _, _), .matches(let term, _), .isNull(let term), .isNotNull(let term):
      term
    case .and, .or, .not, .within, .geoDistance: .latitude
    }
  }
}

extension Term {
  /// The key of the latitude, which a record with coordinates has.
  fileprivate static let latitude: Term = {
    guard let key = SearchKey.named("DECIMAL_LATITUDE") else {
      preconditionFailure("search-keys.tsv lacks DECIMAL_LATITUDE")
    }
    return .key(key)
  }()
}
