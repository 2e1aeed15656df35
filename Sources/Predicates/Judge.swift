internal import Geometry
public import Records
internal import RegularExpressions
internal import Values

/// A predicate made ready to judge records.
///
/// A comparison with an absent field is false, so its `not` is true: two values, no third.
public struct Judge {
  private let root: Node

  /// Asks `scanner` for the fields that the predicate reads.
  public init(_ predicate: Predicate, _ scanner: inout RecordScanner) {
    root = Node(predicate, &scanner)
  }

  /// Whether the record fulfils the predicate.
  /// - Throws: `JudgementError` where it can't be said.
  public func accepts(_ record: borrowing Record) throws(JudgementError) -> Bool {
    do { return try root.accepts(record) } catch { throw JudgementError(error) }
  }
}

private indirect enum Node {
  case and([Node])
  case or([Node])
  case not(Node)
  case test(Test)
  case within(Place, Region)
  case geoDistance(Place, Circle)

  init(_ predicate: Predicate, _ scanner: inout RecordScanner) {
    switch predicate {
    case .and(let terms): self = .and(terms.map { Node($0, &scanner) })
    case .or(let terms): self = .or(terms.map { Node($0, &scanner) })
    case .not(let term): self = .not(Node(term, &scanner))
    case .within(let region): self = .within(Place(&scanner), region)
    case .geoDistance(let circle): self = .geoDistance(Place(&scanner), circle)
    case .equals(let term, let value, let matching):
      self = .test(Test(term, Condition(term, isIn: [value], matching), &scanner))
    case .isIn(let term, let values, let matching):
      self = .test(Test(term, Condition(term, isIn: values, matching), &scanner))
    case .like(let term, let pattern, let matching):
      self = .test(Test(term, Condition(like: pattern, matching), &scanner))
    case .compare(let term, let comparison, let value):
      self = .test(Test(term, Condition(term, comparison, value), &scanner))
    case .matches(let term, let pattern): self = .test(Test(term, Condition(pattern), &scanner))
    case .isNull(let term): self = .not(.test(Test(term, .isThere, &scanner)))
    case .isNotNull(let term): self = .test(Test(term, .isThere, &scanner))
    }
  }

  func accepts(_ record: borrowing Record) throws(RegularExpressionError) -> Bool {
    switch self {
    case .and(let terms):
      for term in terms where try !term.accepts(record) { return false }
      return true
    case .or(let terms):
      for term in terms where try term.accepts(record) { return true }
      return false
    case .not(let term): return try !term.accepts(record)
    case .test(let test): return try test.accepts(record)
    case .within(let place, let region):
      guard let (latitude, longitude) = place.coordinates(of: record) else { return false }
      return region.contains(latitude: latitude, longitude: longitude)
    case .geoDistance(let place, let circle):
      guard let (latitude, longitude) = place.coordinates(of: record) else { return false }
      return circle.contains(latitude: latitude, longitude: longitude)
    }
  }
}
