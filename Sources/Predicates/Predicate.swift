public import Geometry

/// What a record must fulfil: the tree of GBIF's own predicates, and what exists here only.
public indirect enum Predicate: Equatable, Sendable {
  /// All of them.
  case and([Predicate])
  /// Any of them.
  case or([Predicate])
  /// Not this one.
  case not(Predicate)
  /// The value is this one.
  case equals(Term, String, Matching)
  /// The value is one of these.
  case isIn(Term, [String], Matching)
  /// The value is like the pattern, in which `*` stands for any characters and `?` for one; a
  /// backslash takes that meaning away.
  case like(Term, String, Matching)
  /// The value is less or greater.
  case compare(Term, Comparison, String)
  /// The value matches the regular expression, which GBIF does not know.
  case matches(Term, Pattern)
  /// There is no value.
  case isNull(Term)
  /// There is a value.
  case isNotNull(Term)
  /// The coordinates lie in the region.
  case within(Region)
  /// The coordinates lie in the circle.
  case geoDistance(Circle)
}

/// How text is compared, beside the text itself.
public struct Matching: Hashable, Sendable {
  /// Whether `a` differs from `A`.
  public var matchesCase = false
  /// The taxonomy in which GBIF is to understand a taxon key.
  public var checklistKey: String?

  /// The rule where nothing is said: case does not matter.
  public init(matchesCase: Bool = false, checklistKey: String? = nil) {
    self.matchesCase = matchesCase
    self.checklistKey = checklistKey
  }
}

/// Less or greater.
public enum Comparison: String, Sendable, CaseIterable {
  case lessThan, lessThanOrEquals, greaterThan, greaterThanOrEquals

  /// In words.
  public var symbol: String {
    switch self {
    case .lessThan: "<"
    case .lessThanOrEquals: "<="
    case .greaterThan: ">"
    case .greaterThanOrEquals: ">="
    }
  }
}

/// A regular expression as it was written.
public struct Pattern: Hashable, Sendable {
  /// The expression, without its slashes.
  public var text: String
  /// Whether `a` is also `A`.
  public var ignoresCase: Bool

  /// A pattern.
  public init(_ text: String, ignoresCase: Bool = false) {
    self.text = text
    self.ignoresCase = ignoresCase
  }
}
