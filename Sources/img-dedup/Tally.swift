/// What became of the records of a run.
struct Tally {
  var kept = 0
  /// How many pictures have records of several species.
  var conflicts = 0
  private var records = 0
  private var pictures = 0
  private var failed = 0

  /// Counts a record.
  mutating func note(_ standing: Standing) {
    records += 1
    switch standing {
    case .picture: pictures += 1
    case .none(let isFailed): failed += isFailed ? 1 : 0
    case .unreadable: failed += 1
    }
  }

  /// What became of the records, in one line.
  func summary(_ options: ImgDedup) -> String {
    let end = options.failed == .keep ? "passed on" : "dropped"
    let others = records - pictures - failed
    var summary = "\(records) records, \(kept) kept, \(pictures - kept) duplicates dropped, "
    summary += "\(failed) failed and \(others) without a picture \(end)"
    if conflicts > 0 { summary += "; pictures with more than one speciesKey: \(conflicts)" }
    if options.keep == .first { summary += "; the first of each, which depends on the order" }
    return summary
  }
}
