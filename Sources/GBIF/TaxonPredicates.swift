internal import Records

/// The comparisons of taxa in a request or a predicate in JSON.
enum TaxonPredicates {
  /// The types that know `checklistKey` (EqualsPredicate, InPredicate and LikePredicate in
  /// gbif/gbif-api).
  private static let types: Set = ["equals", "in", "like"]

  /// The text with the checklist in each of them that names none; all other bytes stay.
  static func adding(_ checklist: Checklist, to json: [UInt8]) -> [UInt8] {
    guard let tree = try? JSONTree(json) else { return json }
    var result = [UInt8]()
    var start = 0
    for end in ends(in: tree) {
      // Behind the last member, in front of the brace and the blanks before it.
      let last = json[..<(end - 1)].lastIndex { $0 > 0x20 } ?? end - 2
      result += json[start...last] + Array(#","checklistKey":"\#(checklist.key)""#.utf8)
      start = last + 1
    }
    return result + json[start...]
  }

  /// Where those without a checklist end, in their order.
  private static func ends(in tree: JSONTree) -> [Int] {
    let type = tree["type"]?.text ?? ""
    if types.contains(type), let name = tree["key"]?.text {
      let isTaxonomic = SearchKey.named(name)?.isTaxonomic ?? false
      return isTaxonomic && tree["checklistKey"] == nil ? [tree.end] : []
    }
    let inner = tree.members.filter { ["predicate", "predicates"].contains($0.name) }
    return inner.flatMap { _, value in (value.elements ?? [value]).flatMap { ends(in: $0) } }
  }
}
