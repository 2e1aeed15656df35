internal import GBIF
internal import Geometry
internal import Records

extension Predicate {
  /// The predicate as GBIF accepts it, on one line; `nil` where GBIF knows no such thing.
  ///
  /// Values are strings, as in GBIF's own answers.
  public var json: [UInt8]? {
    switch self {
    case .and(let terms): Self.several("and", terms)
    case .or(let terms): Self.several("or", terms)
    case .not(let term): Self.negation(term)
    case .equals(let term, let value, let matching):
      Self.comparison("equals", term, matching) { $0.add("value", value) }
    case .isIn(let term, let values, let matching):
      Self.comparison("in", term, matching) {
        $0.add("values", json: JSONText.array(of: values.map(JSONString.bytes(of:))))
      }
    case .like(let term, let value, let matching):
      Self.comparison("like", term, matching) { $0.add("value", value) }
    case .compare(let term, let comparison, let value):
      Self.comparison(comparison.rawValue, term, Matching()) { $0.add("value", value) }
    case .isNull(let term): Self.nullness("isNull", term)
    case .isNotNull(let term): Self.nullness("isNotNull", term)
    case .within(let region): Self.object("within", { $0.add("geometry", $1) }, region.text)
    case .geoDistance(let circle): Self.distance(circle)
    case .matches: nil
    }
  }

  private static func object<Value>(
    _ type: String, _ add: (inout JSONObject, Value) -> Void, _ value: Value
  ) -> [UInt8] {
    var object = JSONObject()
    object.add("type", type)
    add(&object, value)
    return object.bytes
  }

  private static func several(_ type: String, _ terms: [Predicate]) -> [UInt8]? {
    let elements = terms.compactMap(\.json)
    guard elements.count == terms.count else { return nil }
    return object(type, { $0.add("predicates", json: $1) }, JSONText.array(of: elements))
  }

  private static func negation(_ term: Predicate) -> [UInt8]? {
    guard let json = term.json else { return nil }
    return object("not", { $0.add("predicate", json: $1) }, json)
  }

  private static func comparison(
    _ type: String, _ term: Term, _ matching: Matching, add: (inout JSONObject) -> Void
  ) -> [UInt8]? {
    guard case .key(let key) = term else { return nil }
    var object = JSONObject()
    object.add("type", type)
    object.add("key", key.name)
    add(&object)
    if matching.matchesCase { object.add("matchCase", true) }
    object.add("checklistKey", matching.checklistKey)
    return object.bytes
  }

  private static func nullness(_ type: String, _ term: Term) -> [UInt8]? {
    guard case .key(let key) = term else { return nil }
    return object(type, { $0.add("parameter", $1) }, key.name)
  }

  private static func distance(_ circle: Circle) -> [UInt8] {
    var object = JSONObject()
    object.add("type", "geoDistance")
    object.add("latitude", circle.latitude)
    object.add("longitude", circle.longitude)
    object.add("distance", circle.distance.text)
    return object.bytes
  }
}
