import Records

/// Why a record is not kept: the member `duplicate`.
struct Duplicate {
  /// Where the file of the one kept lies, or its id.
  let of: [UInt8]
  /// In how many of 64 bits their hashes differ; 0 for the same file or the same pixels.
  let distance: Int
  let kind: Kind
  /// Whether the labels of its group differ.
  var isOfConflict = false
  /// Whether that is in another set.
  var isOfOtherSet = false

  enum Kind: String {
    case exact, pixels, similar
  }

  /// The member's JSON.
  var json: [UInt8] {
    var object = JSONObject()
    object.add("of", of)
    object.add("distance", distance)
    object.add("kind", kind.rawValue)
    if isOfConflict { object.add("conflict", true) }
    return object.bytes
  }
}

extension Notion {
  /// What records of equal pictures are called.
  var kindOfEqual: Duplicate.Kind { self == .pixels ? .pixels : .exact }
}
