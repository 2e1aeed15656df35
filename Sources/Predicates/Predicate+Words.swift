internal import GBIF
internal import Geometry
internal import Values

extension Predicate: CustomStringConvertible {
  /// The predicate in words, which mean the same again.
  public var description: String {
    switch self {
    case .and(let terms): terms.map { $0.inBrackets(when: \.isCompound) }.joined(separator: " and ")
    case .or(let terms): terms.map { $0.inBrackets(when: \.isOr) }.joined(separator: " or ")
    case .not(let term): "not " + term.inBrackets(when: \.isCompound)
    case .equals(let term, let value, let matching):
      "\(term) = \(Self.quoteIfNeeded(value))\(matching)"
    case .isIn(let term, let values, let matching):
      "\(term) in (\(values.map(Self.quoteIfNeeded).joined(separator: ", ")))\(matching)"
    case .like(let term, let value, let matching):
      "\(term) like \(Self.quoteIfNeeded(value))\(matching)"
    case .compare(let term, let comparison, let value):
      "\(term) \(comparison.symbol) \(Self.quoteIfNeeded(value))"
    case .matches(let term, let pattern): "\(term) matches \(pattern)"
    case .isNull(let term): "\(term) is null"
    case .isNotNull(let term): "\(term) is not null"
    case .within(let region): "within \(Self.quote(region.text))"
    case .geoDistance(let circle):
      Self.distance(circle)
    }
  }

  private static func distance(_ circle: Circle) -> String {
    let texts = [circle.latitude, circle.longitude, circle.distance.text]
    return "geoDistance(\(texts.map(quoteIfNeeded).joined(separator: ", ")))"
  }

  var isOr: Bool { if case .or = self { true } else { false } }

  var isCompound: Bool {
    switch self {
    case .and, .or: true
    default: false
    }
  }

  /// What stands within its like keeps its brackets, so that the same tree comes back.
  func inBrackets(when isWeaker: (Predicate) -> Bool) -> String {
    isWeaker(self) ? "(\(self))" : description
  }

  /// A value as it may stand in words.
  static func quoteIfNeeded(_ value: String) -> String {
    let isPlain = value.allSatisfy { Lexer.isWordPart($0) && $0 != "`" } && value.first != "@"
    return isPlain && !value.isEmpty ? value : quote(value)
  }

  private static func quote(_ value: String) -> String {
    let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"\(parts.joined(separator: "\"\""))\""
  }
}

extension Matching: CustomStringConvertible {
  /// What stands behind a value, with a blank in front.
  public var description: String {
    (matchesCase ? " matchCase" : "")
      + (checklistKey.map { " checklistKey \(Predicate.quoteIfNeeded($0))" } ?? "")
  }
}

extension Pattern: CustomStringConvertible {
  /// Between slashes.
  public var description: String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return "/\(parts.joined(separator: "\\/"))/\(ignoresCase ? "i" : "")"
  }
}
