internal import GBIF
internal import Records

extension Predicate {
  /// Reads a predicate in GBIF's JSON: a bare one, or that of a whole request for a download.
  ///
  /// - Returns: `nil` for a request without a predicate, which asks for everything.
  /// - Throws: `PredicateError` with the place.
  public static func reading(
    json text: [UInt8], for audience: Audience = .records
  ) throws(PredicateError) -> Predicate? {
    let reader = PredicateReader(text, audience)
    return try reader.read()
  }
}

/// Reads GBIF's JSON (DownloadRequestSerde and Predicate in gbif/gbif-api).
struct PredicateReader {
  private let text: [UInt8]
  let audience: Audience

  init(_ text: [UInt8], _ audience: Audience) {
    self.text = text
    self.audience = audience
  }

  func read() throws(PredicateError) -> Predicate? {
    let tree: JSONTree
    do { tree = try JSONTree(text) } catch {
      throw fault(DownloadRequest.reason(of: error, in: text), atOffset: error.column - 1)
    }
    guard let isPredicate = DownloadRequest.isPredicate(tree) else {
      throw fault("neither a predicate nor a request for a download", at: tree)
    }
    if isPredicate { return try predicate(tree) }
    if let inner = tree["predicate"] { return try inner.isNull ? nil : predicate(inner) }
    if tree["sql"] != nil { throw fault("a request in SQL has no predicate", at: tree) }
    return nil
  }

  private func predicate(_ tree: JSONTree) throws(PredicateError) -> Predicate {
    guard case .object = tree.content else { throw fault("a predicate is an object", at: tree) }
    let type = try text("type", of: tree)
    switch type {
    case "and": return .and(try predicates(of: tree))
    case "or": return .or(try predicates(of: tree))
    case "not":
      try allow(["predicate"], in: tree)
      return .not(try predicate(try member("predicate", of: tree)))
    case "within", "geoDistance": return try place(tree, type)
    case "isNull": return .isNull(try parameter(of: tree).term)
    case "isNotNull": return .isNotNull(try parameter(of: tree).term)
    default: return try comparison(tree, type)
    }
  }

  private func predicates(of tree: JSONTree) throws(PredicateError) -> [Predicate] {
    try allow(["predicates"], in: tree)
    let member = try member("predicates", of: tree)
    guard let elements = member.elements, !elements.isEmpty else {
      throw fault("'predicates' is a list of at least one", at: member)
    }
    var predicates = [Predicate]()
    for element in elements { predicates.append(try predicate(element)) }
    return predicates
  }

  // MARK: comparisons

  private func comparison(_ tree: JSONTree, _ type: String) throws(PredicateError) -> Predicate {
    switch type {
    case "equals":
      let (term, rules) = try key(of: tree, "value", isText: true)
      let value = try value(try member("value", of: tree), rules)
      return .equals(term, value, try matching(of: tree))
    case "in":
      let (term, rules) = try key(of: tree, "values", isText: true)
      return .isIn(term, try values(of: tree, rules), try matching(of: tree))
    case "like":
      let (term, rules) = try key(of: tree, "value", isText: true)
      if let refusal = rules.refusalOfLike { throw fault(refusal, at: tree) }
      return .like(term, try text("value", of: tree), try matching(of: tree))
    default:
      guard let comparison = Comparison(rawValue: type) else {
        let member = try member("type", of: tree)
        throw doubt("GBIF has no predicate of the type '\(type)'", at: member)
      }
      let (term, rules) = try key(of: tree, "value", isText: false)
      if let refusal = rules.refusalOfOrder { throw fault(refusal, at: tree) }
      return .compare(term, comparison, try value(try member("value", of: tree), rules))
    }
  }

  private func key(
    of tree: JSONTree, _ value: String, isText: Bool
  ) throws(PredicateError) -> (term: Term, rules: ConditionRules) {
    try allow(["key", value] + (isText ? ["matchCase", "checklistKey"] : []), in: tree)
    return try term(try member("key", of: tree))
  }

  private func parameter(
    of tree: JSONTree
  ) throws(PredicateError) -> (term: Term, rules: ConditionRules) {
    try allow(["parameter"], in: tree)
    return try term(try member("parameter", of: tree))
  }

  private func term(
    _ member: JSONTree
  ) throws(PredicateError) -> (term: Term, rules: ConditionRules) {
    guard let name = member.text, let key = SearchKey.named(name) else {
      throw doubt("GBIF has no key '\(member.text ?? "")'", at: member)
    }
    let rules = ConditionRules(.key(key), for: audience, isKey: true)
    if let refusal = rules.refusal { throw fault(refusal, at: member) }
    return (.key(key), rules)
  }

  private func values(
    of tree: JSONTree, _ rules: ConditionRules
  ) throws(PredicateError) -> [String] {
    let member = try member("values", of: tree)
    guard let elements = member.elements, !elements.isEmpty else {
      throw fault("'values' is a list of at least one", at: member)
    }
    var values = [String]()
    for element in elements { values.append(try value(element, rules)) }
    return values
  }

  private func value(
    _ tree: JSONTree, _ rules: ConditionRules
  ) throws(PredicateError) -> String {
    guard let value = tree.text else { throw fault("a value is text or a number", at: tree) }
    switch rules.value(value) {
    case .accepted(let value): return value
    case .refused(let reason):
      let isCertain = rules.isSurelyRefused(value)
      throw fault("'\(value)' \(reason)", atOffset: tree.offset, isCertain: isCertain)
    }
  }

  private func matching(of tree: JSONTree) throws(PredicateError) -> Matching {
    var matching = Matching()
    if let member = tree["matchCase"], !member.isNull {
      guard let word = member.text, ["true", "false"].contains(word) else {
        throw fault("'matchCase' is true or false", at: member)
      }
      matching.matchesCase = word == "true"
    }
    matching.checklistKey = tree["checklistKey"]?.text
    return matching
  }

  // MARK: members

  func member(_ name: String, of tree: JSONTree) throws(PredicateError) -> JSONTree {
    if let member = tree[name], !member.isNull { return member }
    throw fault("this predicate lacks '\(name)'", at: tree)
  }

  func text(_ name: String, of tree: JSONTree) throws(PredicateError) -> String {
    let member = try member(name, of: tree)
    guard let text = member.text else { throw fault("'\(name)' is text", at: member) }
    return text
  }

  /// Refuses a member that the predicate does not have, such as a misspelt one.
  ///
  /// GBIF may know it, unless the predicate lacks another that it must have.
  func allow(_ names: [String], in tree: JSONTree) throws(PredicateError) {
    for (name, value) in tree.members where name != "type" && !names.contains(name) {
      let lacks = names.contains { !["matchCase", "checklistKey"].contains($0) && tree[$0] == nil }
      let reason = "this predicate has no '\(name)', but \(names.joined(separator: ", "))"
      throw fault(reason, atOffset: value.offset, isCertain: lacks)
    }
  }

  func fault(_ reason: String, at tree: JSONTree) -> PredicateError {
    fault(reason, atOffset: tree.offset)
  }

  /// A fault that GBIF, which grows, may not see.
  func doubt(_ reason: String, at tree: JSONTree) -> PredicateError {
    fault(reason, atOffset: tree.offset, isCertain: false)
  }

  private func fault(
    _ reason: String, atOffset offset: Int, isCertain: Bool = true
  ) -> PredicateError {
    let before = String(decoding: text.prefix(offset), as: UTF8.self)
    let all = String(decoding: text, as: UTF8.self)
    return PredicateError(text: all, offset: before.count, reason: reason, isCertain: isCertain)
  }
}
