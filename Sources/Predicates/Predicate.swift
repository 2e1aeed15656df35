public import Records

/// What a record must fulfil: the tree of GBIF's own predicates.
public indirect enum Predicate: Equatable, Sendable {
  /// All of them.
  case and([Predicate])
  /// Any of them.
  case or([Predicate])
  /// Not this one.
  case not(Predicate)
  /// The field compares so with the value.
  case compare(FieldPath, Comparison, String)
  /// The field is one of the values.
  case isIn(FieldPath, [String])
  /// The field is absent.
  case isNull(FieldPath)
  /// The field is there.
  case isNotNull(FieldPath)
}

/// How a field is compared with a value.
public enum Comparison: String, Sendable, CaseIterable {
  case equals = "="
  case lessThan = "<"
  case lessThanOrEquals = "<="
  case greaterThan = ">"
  case greaterThanOrEquals = ">="
}
