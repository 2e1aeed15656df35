public import GBIF
internal import Records
public import Values

/// What a condition is about.
public enum Term: Hashable, Sendable, CustomStringConvertible {
  /// A key that GBIF knows, and the fields for which it stands.
  case key(SearchKey)
  /// A field, or what is made of it, that GBIF knows nothing of.
  case field(FieldExpression)

  /// Fields that have the name of one of GBIF's keys, but not its meaning.
  private static let fieldsOfTheirOwn: Set = ["country", "mediaType"]

  /// What a name in words stands for.
  ///
  /// `countryCode` and `COUNTRY` are both the key; what no key has is a field.
  init(_ expression: FieldExpression, for audience: Audience) {
    let key = expression.function == nil ? Self.key(of: expression.path, for: audience) : nil
    self = key.map { .key($0) } ?? .field(expression)
  }

  private static func key(of path: FieldPath, for audience: Audience) -> SearchKey? {
    if let key = SearchKey.of(path) { return key }
    guard path.names.count == 1 else { return nil }
    if audience == .records, fieldsOfTheirOwn.contains(path.names[0]) { return nil }
    return SearchKey.named(path.names[0])
  }

  /// In words: a key by its first field, where that means no other key.
  public var description: String {
    switch self {
    case .key(let key): key.fields.first { SearchKey.of($0) == key }?.description ?? key.name
    case .field(let expression): expression.description
    }
  }
}
