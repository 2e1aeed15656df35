import Fetching

/// What became of the records of a run, and of the files.
struct Tally {
  private(set) var records = 0
  private(set) var sent = 0
  private(set) var known = 0
  private(set) var passed = 0
  /// Of the files that were sent.
  private(set) var bytes = 0
  private(set) var unchecked = 0
  private(set) var removed = 0
  private(set) var kept = 0
  /// By cause, and whether another run may help.
  private var causes: [String: (count: Int, isTemporary: Bool)] = [:]

  mutating func pass() {
    records += 1
    passed += 1
  }

  mutating func know() {
    records += 1
    known += 1
  }

  mutating func send() {
    records += 1
    sent += 1
  }

  mutating func send(file bytes: Int, isChecked: Bool) {
    self.bytes += bytes
    if !isChecked { unchecked += 1 }
  }

  mutating func fail(_ failure: FetchFailure) {
    records += 1
    causes[failure.error, default: (0, failure.isTemporary)].count += 1
  }

  mutating func remove() { removed += 1 }

  mutating func keepFile() { kept += 1 }

  var failed: Int { causes.values.reduce(0) { $0 + $1.count } }

  var failedForNow: Int {
    causes.values.reduce(0) { $0 + ($1.isTemporary ? $1.count : 0) }
  }

  /// How far the run is, in a line.
  func state(after time: Duration, inFlight: Int) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    let tenths = Int(Double(bytes) / seconds / 100_000)
    return "\(records) done, \(failed) failed, \(inFlight) in flight, "
      + "\(Int(Double(sent) / seconds))/s, \(tenths / 10).\(tenths % 10) MB/s"
  }

  /// What became of the records, in a line; and a line more for what is to be told of the files,
  /// and for each cause of failure, with what to type next.
  func summary(isDry: Bool) -> [String] {
    let parts = [
      "\(records) records", "\(sent) \(isDry ? "to be sent" : "sent")",
      "\(known) sent earlier", "\(passed) without a file", "\(failed) failed",
    ]
    let causes = causes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return [parts.joined(separator: ", ")] + files(isDry)
      + causes.map { error, cause in
        let advice = Advice.text(error, isTemporary: cause.isTemporary)
        return "\(cause.count) \(error)" + (advice.map { " (\($0))" } ?? "")
      }
  }

  private func files(_ isDry: Bool) -> [String] {
    var lines = [String]()
    if isDry { lines.append("\(bytes) bytes to be sent") }
    if unchecked > 0, !isDry {
      lines.append("\(unchecked) files whose size the place does not tell")
    }
    if removed > 0 { lines.append("\(removed) files here \(isDry ? "to be removed" : "removed")") }
    if kept > 0 {
      lines.append("\(kept) files here kept, which this kit did not write so or could not check")
    }
    return lines
  }
}
