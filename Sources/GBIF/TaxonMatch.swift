internal import Records

/// What GBIF's species match service, in its second version, says of a name.
public struct TaxonMatch: Sendable, CustomStringConvertible {
  /// Below this confidence, of 100, a name is not believed to be the taxon's.
  public static let leastConfidence = 90

  /// The name that was asked for.
  public let asked: String
  /// The key of the taxon; of a synonym, that of the taxon of which it is one.
  public let key: String?
  /// The name of that taxon.
  public let name: String?
  /// `EXACT`, `VARIANT`, `FUZZY`, `HIGHERRANK`, `NONE`….
  public let matchType: String
  /// 0 to 100.
  public let confidence: Int
  private let rank: String?
  private let synonym: String?
  private let isOfAskedName: Bool

  /// The kinds of match that are of the name itself.
  private static let ofName: Set = ["EXACT", "CANONICAL", "VARIANT", "FUZZY"]

  /// Reads an answer.
  /// - Throws: `ServiceError` of kind `unavailable` where it is none.
  public init(of asked: String, answer: [UInt8]) throws(ServiceError) {
    let tree: JSONTree
    do { tree = try JSONTree(answer) } catch {
      throw ServiceError(.unavailable, "\(asked): the service's answer is no match: \(error)")
    }
    guard let type = tree["diagnostics"]?["matchType"]?.text else {
      throw ServiceError(.unavailable, "\(asked): the service's answer lacks the kind of match")
    }
    self.asked = asked
    matchType = type
    let (usage, accepted) = (tree["usage"], tree["acceptedUsage"])
    key = (accepted ?? usage)?["key"]?.text
    name = (accepted ?? usage)?["name"]?.text
    rank = usage?["rank"]?.text
    confidence = tree["diagnostics"]?["confidence"]?.text.flatMap { Int($0) } ?? 0
    synonym = accepted == nil ? nil : usage?["name"]?.text
    let names = [usage?["canonicalName"]?.text, usage?["name"]?.text].compactMap { $0 }
    isOfAskedName = names.contains { Self.fold($0) == Self.fold(asked) }
  }

  /// Whether the taxon is the one that was meant.
  ///
  /// Where GBIF could also have meant a taxon below, it calls a match `HIGHERRANK` though the
  /// name is just the one that was asked for.
  public var isMatch: Bool {
    let isOfName = Self.ofName.contains(matchType) || matchType == "HIGHERRANK" && isOfAskedName
    return isOfName && key != nil && confidence >= Self.leastConfidence
  }

  /// What was asked for, what was found, and how sure that is.
  public var description: String {
    guard let key, let name else { return "\(asked): no match (\(matchType))" }
    let taxon = synonym.map { "\(key) \(name), of which \($0) is a synonym" } ?? "\(key) \(name)"
    let found =
      isMatch ? taxon : "no match, only \(rank.map { "the \($0.lowercased()) " } ?? "")\(taxon)"
    return "\(asked): \(found) (\(matchType), confidence \(confidence))"
  }

  private static func fold(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
