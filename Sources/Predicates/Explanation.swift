internal import GBIF
internal import Records
internal import Values

/// What a predicate means, for people.
public struct Explanation {
  /// The predicate in words that mean the same, to be used again.
  public let words: String
  /// The predicate as a tree, a line for each part, indented by its depth.
  public let tree: [String]
  /// The fields of records that it reads, each once.
  public let fields: [String]
  /// GBIF's JSON on one line, or why GBIF knows no such predicate, with its place.
  public let json: [String]

  /// Explains a predicate; `nil` is the one of no words, which all records fulfil.
  public init(_ predicate: Predicate?) {
    words = predicate?.description ?? "''"
    tree = predicate?.lines(depth: 0) ?? ["all records"]
    var fields = [String]()
    for field in predicate?.fields ?? [] where !fields.contains(field) { fields.append(field) }
    self.fields = fields
    json = predicate.map(Self.json(of:)) ?? ["none: a request without a predicate"]
  }

  private static func json(of predicate: Predicate) -> [String] {
    do throws(PredicateError) {
      let forGBIF = try Predicate(words: predicate.description, for: .gbif)
      return forGBIF.json.map { [String(decoding: $0, as: UTF8.self)] } ?? []
    } catch {
      return ["none: \(error)"] + error.illustration
    }
  }

  /// All of it, under headings.
  public var lines: [String] {
    let sections = [("words", [words]), ("tree", tree), ("fields", fields), ("GBIF's JSON", json)]
    return sections.flatMap { title, lines in ["\(title):"] + lines.map { "  \($0)" } }
  }
}

extension Predicate {
  fileprivate func lines(depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    switch self {
    case .and(let terms): return ["\(indent)and"] + terms.flatMap { $0.lines(depth: depth + 1) }
    case .or(let terms): return ["\(indent)or"] + terms.flatMap { $0.lines(depth: depth + 1) }
    case .not(let term): return ["\(indent)not"] + term.lines(depth: depth + 1)
    default: return [indent + description]
    }
  }

  /// The fields that it reads, in the order of its words.
  fileprivate var fields: [String] {
    switch self {
    case .and(let terms), .or(let terms): terms.flatMap(\.fields)
    case .not(let term): term.fields
    case .equals(let term, _, _), .isIn(let term, _, _), .like(let term, _, _),
      .compare(let term, _, _), .matches(let term, _), .isNull(let term), .isNotNull(let term):
      term.expressions.map(\.description)
    case .within, .geoDistance: Place.paths.map(\.description)
    }
  }
}
