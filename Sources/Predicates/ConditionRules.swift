internal import GBIF
internal import Values

/// What may be asked of a term.
///
/// GBIF refuses a value that does not fit its key, and so does this where GBIF is asked or
/// where the key is named as GBIF does; of a column only what could never be true is refused.
struct ConditionRules {
  /// What is to be said of a value.
  enum Verdict {
    /// The value as GBIF writes it.
    case accepted(String)
    case refused(String)
  }

  private let term: Term
  private let audience: Audience
  private let isStrict: Bool

  init(_ term: Term, for audience: Audience, isKey: Bool) {
    self.term = term
    self.audience = audience
    isStrict = isKey || audience == .gbif
  }

  /// Why nothing can be asked of the term at all.
  var refusal: String? {
    switch term {
    case .field(let expression) where audience == .gbif:
      return "GBIF has no key for \(expression)"
    case .key(let key) where ["GEOMETRY", "GEO_DISTANCE"].contains(key.name):
      return "write within POLYGON ((…)) or geoDistance(latitude, longitude, 5km) for a place"
    case .key(let key) where audience == .records && key.fields.isEmpty:
      return "\(key) is known to GBIF alone, records have no field for it"
    case .key, .field: return nil
    }
  }

  /// Why `<` and its like can't be asked.
  var refusalOfOrder: String? {
    guard case .key(let key) = term else { return nil }
    if audience == .records, key.type == .geologicalTime {
      return "GBIF alone knows the order of geological times"
    }
    return isStrict && !key.isOrdered ? "GBIF compares numbers and dates so, not \(key)" : nil
  }

  /// Why `like` can't be asked.
  var refusalOfLike: String? {
    guard isStrict, case .key(let key) = term, key.type != .text else { return nil }
    return "GBIF's like is for text, not for \(key)"
  }

  /// Whether a value may be compared with.
  func value(_ value: String) -> Verdict {
    guard case .key(let key) = term else { return .accepted(value) }
    switch key.type {
    case .integer:
      return Int(value) == nil ? .refused("is no whole number") : .accepted(value)
    case .decimal:
      return DecimalNumber.parse(value) == nil ? .refused("is no number") : .accepted(value)
    case .date, .dateInterval:
      return DateInterval(value) == nil
        ? .refused("is no date: 2010, 2010-05, 2010-05-31 or 2010-05/2010-08 are")
        : .accepted(value)
    case .text, .boolean, .geologicalTime, .uuid, .country, .word:
      return isStrict ? strictly(value, key) : .accepted(value)
    }
  }

  /// Whether GBIF refuses a value that was refused here, for certain.
  ///
  /// It takes `*` and ranges such as `1900,1950` (SearchTypeValidator in gbif/gbif-api), and its
  /// lists of words grow.
  func isSurelyRefused(_ value: String) -> Bool {
    guard case .key(let key) = term, !value.contains(where: { $0 == "," || $0 == "*" }) else {
      return false
    }
    switch key.type {
    case .integer, .decimal, .date, .dateInterval, .boolean, .uuid: return true
    case .text, .geologicalTime, .country, .word: return false
    }
  }

  private func strictly(_ value: String, _ key: SearchKey) -> Verdict {
    switch key.type {
    case .boolean:
      let word = value.lowercased()
      return ["true", "false"].contains(word)
        ? .accepted(word) : .refused("is neither true nor false")
    case .uuid:
      return Checklist.isKey(value)
        ? .accepted(value) : .refused("is no key of the form 8-4-4-4-12")
    case .country:
      let isCode = value.count == 2 && value.allSatisfy { $0.isASCII && $0.isLetter }
      return isCode ? .accepted(value.uppercased()) : .refused("is no country of two letters")
    case .word where !key.vocabulary.isEmpty: return word(value, key)
    default: return value.isEmpty ? .refused("is empty") : .accepted(value)
    }
  }

  private func word(_ value: String, _ key: SearchKey) -> Verdict {
    let folded = Self.fold(value)
    if let word = key.vocabulary.first(where: { Self.fold($0) == folded }) {
      return .accepted(word)
    }
    return .refused("is none of \(key.vocabulary.joined(separator: ", "))")
  }

  /// `PreservedSpecimen` is PRESERVED_SPECIMEN.
  private static func fold(_ word: String) -> String {
    word.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
  }
}
