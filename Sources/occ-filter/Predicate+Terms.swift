import GBIF
import Predicates
import Records
import Values

extension Predicate {
  /// What its conditions are about, in the order of its words.
  var terms: [Term] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.terms)
    case .not(let part): part.terms
    case .equals(let term, _, _), .isIn(let term, _, _), .like(let term, _, _),
      .compare(let term, _, _), .matches(let term, _), .isNull(let term), .isNotNull(let term):
      [term]
    case .within, .geoDistance: Self.coordinates
    }
  }

  private static let coordinates = ["decimalLatitude", "decimalLongitude"].map {
    Term.field(FieldExpression(of: FieldPath(names: [$0])))
  }
}

extension Term {
  /// The fields of which any will do.
  var paths: [FieldPath] {
    switch self {
    case .key(let key): key.fields
    case .field(let expression): [expression.path]
    }
  }
}
