/// What became of the records of a run.
struct Tally {
  /// New pictures that this run made.
  var made = 0
  /// Those that an earlier run or an earlier record had made.
  var known = 0
  /// Records that have no picture.
  var passed = 0
  var failed = 0

  /// What became of so many records, in one line.
  func summary(of records: Int) -> String {
    var summary = "\(records) records, \(made) pictures made, \(known) made earlier"
    if passed > 0 { summary += ", \(passed) without a picture" }
    return summary + ", \(failed) failed"
  }
}
