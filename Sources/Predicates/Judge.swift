public import Records

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
  public func accepts(_ record: borrowing Record) -> Bool { root.accepts(record) }
}

private indirect enum Node {
  case and([Node])
  case or([Node])
  case not(Node)
  case equals(Field, [UInt8])
  case isIn(Field, Set<[UInt8]>)
  case compare(Field, Bound)
  case isNotNull(Field)

  init(_ predicate: Predicate, _ scanner: inout RecordScanner) {
    switch predicate {
    case .and(let terms): self = .and(terms.map { Node($0, &scanner) })
    case .or(let terms): self = .or(terms.map { Node($0, &scanner) })
    case .not(let term): self = .not(Node(term, &scanner))
    case .compare(let path, .equals, let value):
      self = .equals(scanner.field(path), Array(value.utf8))
    case .compare(let path, let comparison, let value):
      self = .compare(scanner.field(path), Bound(comparison, value))
    case .isIn(let path, let values):
      self = .isIn(scanner.field(path), Set(values.map { Array($0.utf8) }))
    case .isNull(let path): self = .not(.isNotNull(scanner.field(path)))
    case .isNotNull(let path): self = .isNotNull(scanner.field(path))
    }
  }

  func accepts(_ record: borrowing Record) -> Bool {
    switch self {
    case .and(let terms):
      for term in terms where !term.accepts(record) { return false }
      return true
    case .or(let terms):
      for term in terms where term.accepts(record) { return true }
      return false
    case .not(let term): return !term.accepts(record)
    case .equals(let field, let value): return record.contains(field) { $0.equals(value[...]) }
    case .isIn(let field, let values):
      return record.contains(field) { text in
        text.withBytes { bytes in values.contains(bytes.indices.map { bytes[$0] }) }
      }
    case .compare(let field, let bound):
      return record.contains(field) { bound.holds(for: $0) }
    case .isNotNull(let field): return record.contains(field) { _ in true }
    }
  }
}
