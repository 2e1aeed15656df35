/// What became of the records of a run.
struct Tally {
  var packed = 0
  var shards = 0
  /// Records with the key of one that is packed.
  var duplicates = 0
  /// Records whose file or class is not as it should be.
  var failed = 0
  private var withoutPicture = 0
  private var failedBefore = 0

  /// Counts a record that has no picture.
  mutating func noteWithoutPicture(isFailed: Bool) {
    withoutPicture += 1
    if isFailed { failedBefore += 1 }
  }

  /// All of it in one line.
  func summary(of records: Int) -> String {
    var summary = "\(records) records, \(packed) packed into \(shards) shards"
    if withoutPicture > 0 {
      summary += ", \(withoutPicture) without a picture dropped (\(failedBefore) of them failed)"
    }
    if duplicates > 0 { summary += ", \(duplicates) with the key of another dropped" }
    if failed > 0 { summary += ", \(failed) failed" }
    return summary
  }
}
