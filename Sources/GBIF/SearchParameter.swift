/// A parameter of GBIF's search.
///
/// Those of one name are alternatives, and those of different names hold together.
public struct SearchParameter: Hashable, Sendable {
  /// The name in mixed case, such as `taxonKey`; GBIF looks at neither case nor underscores.
  public let name: String
  /// The value, such as `797` or `1990,2000`.
  public let value: String

  /// Parameters that are no keys of predicates.
  private static let others: Set = ["q", "matchcase", "hint"]

  /// A parameter.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// A parameter for a key of predicates: `TAXON_KEY` is `taxonKey`.
  public init(_ key: SearchKey, _ value: String) {
    let words = key.name.lowercased().split(separator: "_")
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    self.init((words.prefix(1).map(String.init) + rest).joined(), value)
  }

  /// Whether GBIF is known to look at it; what it does not know it passes over.
  public var isKnown: Bool {
    SearchKey.named(name) != nil || Self.others.contains(name.lowercased())
  }

  /// The name as GBIF looks it up.
  public var foldedName: String { name.lowercased().filter { $0 != "_" } }
}

extension Service {
  /// Where a piece of the occurrences is that have these parameters.
  public func search(_ parameters: [SearchParameter], offset: Int, limit: Int) -> String {
    let place = [("limit", "\(limit)"), ("offset", "\(offset)")].map { SearchParameter($0, $1) }
    let words = (parameters + place).map { parameter in
      "\(Self.escape(parameter.name))=\(Self.escape(parameter.value))"
    }
    return "\(base)/occurrence/search?\(words.joined(separator: "&"))"
  }
}
