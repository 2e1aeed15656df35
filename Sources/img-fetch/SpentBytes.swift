/// Bytes that a host sent, and when: a line of the ledger of budgets.
struct SpentBytes: Equatable {
  /// The last moment that they may have come in, in seconds since 1970.
  let time: Int
  let host: String
  let bytes: Int

  init(time: Int, host: String, bytes: Int) {
    (self.time, self.host, self.bytes) = (time, host, bytes)
  }

  /// Reads a line; `nil` where it is none, as a process leaves one that was killed.
  init?(_ line: some StringProtocol) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 3, !cells[1].isEmpty, let time = Int(cells[0]),
      let bytes = Int(cells[2]), bytes >= 0
    else { return nil }
    self.init(time: time, host: String(cells[1]), bytes: bytes)
  }

  /// The line, without its end.
  var line: String { "\(time)\t\(host)\t\(bytes)" }

  /// How long ago it was; a moment that is yet to come is now.
  func age(now: Int) -> Duration { .seconds(max(0, now.subtractingClamped(time))) }
}

extension Int {
  fileprivate func subtractingClamped(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }
}
