import Invocation

/// What became of the occurrences that were found.
struct Tally: Equatable {
  /// How many GBIF says there are; `nil` until it has.
  var count: Int?
  /// How many came.
  var occurrences = 0
  /// How many records were made of them.
  var records = 0
  /// How many became none because they have no media.
  var withoutMedia = 0
  /// How many came a second time, and were passed over.
  var repeated = 0

  /// One line for the end.
  var summary: String {
    var parts = ["\(occurrences) of \(count ?? 0) occurrences", "\(records) records"]
    if withoutMedia > 0 { parts.append("\(withoutMedia) without media left out (see --all)") }
    if repeated > 0 { parts.append("\(repeated) came twice and were passed over") }
    return parts.joined(separator: ", ")
  }

  /// One line for meanwhile.
  func state(after time: Duration) -> String {
    let rate = Int(Double(occurrences) / max(time / .seconds(1), 0.001))
    return "\(occurrences) of \(count.map(String.init) ?? "?") occurrences, \(records) records, "
      + "\(rate)/s"
  }
}
