internal import Geometry

extension Predicate {
  /// How many items GBIF counts in it: each comparison, and of `in` each value
  /// (PredicateCounter in gbif/download-query-tools).
  public var itemCount: Int {
    switch self {
    case .and(let terms), .or(let terms): terms.reduce(0) { $0 + $1.itemCount }
    case .not(let term): term.itemCount
    case .isIn(_, let values, _): values.count
    default: 1
    }
  }

  /// How many points its regions have.
  public var pointCount: Int {
    switch self {
    case .and(let terms), .or(let terms): terms.reduce(0) { $0 + $1.pointCount }
    case .not(let term): term.pointCount
    case .within(let region): region.pointCount
    default: 0
    }
  }
}
