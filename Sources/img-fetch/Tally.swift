import Fetching

/// What became of the records of a run.
struct Tally {
  private(set) var records = 0
  private(set) var fetched = 0
  private(set) var known = 0
  private(set) var skipped = 0
  private(set) var bytes = 0
  /// By cause, and whether another run may help.
  private var causes: [String: (count: Int, isTemporary: Bool)] = [:]

  mutating func skip() {
    records += 1
    skipped += 1
  }

  mutating func know() {
    records += 1
    known += 1
  }

  mutating func fetch() {
    records += 1
    fetched += 1
  }

  mutating func receive(_ count: Int) { bytes += count }

  mutating func fail(_ failure: FetchFailure) {
    records += 1
    causes[failure.error, default: (0, failure.isTemporary)].count += 1
  }

  var failed: Int { causes.values.reduce(0) { $0 + $1.count } }

  var failedForNow: Int {
    causes.values.reduce(0) { $0 + ($1.isTemporary ? $1.count : 0) }
  }

  /// How far the run is, in a line.
  func state(after time: Duration, inFlight: Int) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    let rate = Int(Double(fetched) / seconds)
    let megabytes = Int(Double(bytes) / seconds / 100_000)
    return "\(records) done, \(failed) failed, \(inFlight) in flight, \(rate)/s, "
      + "\(megabytes / 10).\(megabytes % 10) MB/s"
  }

  /// What became of the records, in a line; and a line more for each cause of failure, with what
  /// to type next.
  var summary: [String] {
    let parts = [
      "\(records) records", "\(fetched) fetched", "\(known) fetched earlier",
      "\(skipped) skipped", "\(failed) failed",
    ]
    let causes = causes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return [parts.joined(separator: ", ")]
      + causes.map { error, cause in
        let advice = Advice.text(error, isTemporary: cause.isTemporary)
        return "\(cause.count) \(error)" + (advice.map { " (\($0))" } ?? "")
      }
  }
}
