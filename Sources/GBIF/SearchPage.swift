public import Records

/// A piece of what GBIF's search has found.
public struct SearchPage: Sendable {
  /// How many occurrences it has found in all.
  public let count: Int
  /// Whether these are the last.
  public let isLast: Bool
  /// The occurrences, as GBIF writes them.
  public let occurrences: [JSONTree]

  /// Reads an answer.
  /// - Throws: `ServiceError` of kind `unavailable` where it is none of a search.
  public init(answer: [UInt8]) throws(ServiceError) {
    let tree: JSONTree
    do {
      tree = try JSONTree(answer)
    } catch {
      throw ServiceError(.unavailable, "GBIF's answer is none of a search: \(error)")
    }
    guard let results = tree["results"]?.elements,
      let count = tree["count"]?.text.flatMap({ Int($0) })
    else { throw ServiceError(.unavailable, "GBIF's answer lacks the results or their count") }
    self.count = count
    occurrences = results
    isLast = tree["endOfRecords"]?.text == "true"
  }
}
