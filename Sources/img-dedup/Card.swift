import Records
import Values

/// What the report shows of a record.
struct Card {
  /// What the record is a duplicate of; `nil` for one that is kept.
  var of: String?
  var kind = Duplicate.Kind.exact
  var distance = 0
  /// Whether that is in another set.
  var isOfOtherSet = false
  /// How many pixels the picture has; 0 where that is not known.
  var pixels = 0
  var values: [CardValue: String] = [:]

  var isKept: Bool { of == nil }

  var licence: Licence { values[.licence].map { Licence($0) } ?? .unknown }

  /// Where the file lies, else the record's id.
  var name: String { values[.path] ?? values[.gbifID] ?? values[.id] ?? "" }

  /// The one kept comes first, then what is most like it, then by names; never what came first.
  func precedes(_ other: Card) -> Bool {
    if isKept != other.isKept { return isKept }
    if distance != other.distance { return distance < other.distance }
    if name != other.name { return name < other.name }
    for value in CardValue.allCases where values[value] != other.values[value] {
      return values[value] ?? "" < other.values[value] ?? ""
    }
    return false
  }
}
