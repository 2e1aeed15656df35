/// How far the bytes of some files are.
struct ByteProgress: Equatable {
  /// Bytes that are there.
  var count = 0
  /// Those of them that were there when this run began.
  var known = 0
  /// Bytes that there will be.
  var size = 0
  /// How long this run has been fetching.
  var time = Duration.zero

  /// `45 of 200 MB, 12.0 MB/s, 13s left`; what is not known yet is left out.
  var text: String {
    let whole = "\(Self.megabytes(count)) of \(Self.megabytes(size)) MB"
    let rate = Double(count - known) / max(time / .seconds(1), 0.001)
    guard rate > 0, size > count else { return whole }
    let left = Int((Double(size - count) / rate).rounded(.up))
    return "\(whole), \(Self.megabytes(Int(rate))) MB/s, \(Self.clock(left)) left"
  }

  /// Millions of bytes, with one decimal.
  private static func megabytes(_ bytes: Int) -> String {
    "\(bytes / 1_000_000).\(bytes / 100_000 % 10)"
  }

  /// `2h 5m`, `5m 7s`, `7s`.
  static func clock(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    if hours > 0 { return "\(hours)h \(minutes)m" }
    return minutes > 0 ? "\(minutes)m \(seconds % 60)s" : "\(seconds)s"
  }
}
