/// What became of the records of a run.
struct Tally {
  /// Records whose picture is what they tell.
  var whole = 0
  /// Records that have no picture.
  var passed = 0
  private var causes: [String: Int] = [:]

  mutating func fail(_ cause: String) { causes[cause, default: 0] += 1 }

  /// What became of so many records, in a line; and what to type next.
  func summary(of records: Int) -> [String] {
    var summary = "\(records) records, \(whole) whole"
    if passed > 0 { summary += ", \(passed) without a picture" }
    summary += ", \(causes.values.reduce(0, +)) failed"
    let parts = causes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    if !parts.isEmpty { summary += ": " + parts.joined(separator: ", ") }
    return [summary] + advice
  }

  private var advice: [String] {
    guard causes["missing"] != nil || causes["changed"] != nil else { return [] }
    return [
      "img-fetch with the failed records fetches again what is missing or changed;"
        + " img-resize, typed as before, makes again what is missing"
    ]
  }
}
