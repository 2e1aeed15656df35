/// What became of the records of a run.
struct Tally {
  var kept = 0
  /// How many pictures have records with several labels.
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
    }
  }

  /// What became of the records, in one line.
  func summary(_ options: ImgDedup) -> String {
    var summary = "\(records) records, \(kept) kept, \(pictures - kept) duplicates"
    if records > pictures {
      let end = options.failed == .keep ? "passed on" : "dropped"
      summary += ", \(records - pictures) without a picture \(end) (\(failed) of them failed)"
    }
    if conflicts > 0 {
      let end = options.conflicts == .drop ? ", dropped" : ""
      summary += "; pictures with more than one \(options.label): \(conflicts)\(end)"
    }
    if options.keep == .first { summary += "; the first of each, which depends on the order" }
    return summary
  }
}
