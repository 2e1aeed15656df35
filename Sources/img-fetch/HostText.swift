import Fetching

/// What is told of hosts: in the line of progress, and when somebody asks.
struct HostText {
  /// The time of day after a time from now.
  var clock: (Duration) -> String = WallClock.text

  /// The three hosts that will keep the run longest, for the line of progress.
  func slowest(of reports: [HostReport]) -> String {
    let slow = HostReport.slowest(reports, 3).map {
      "\($0.name) \($0.waiting) waiting, \(pace($0))"
    }
    return slow.isEmpty ? "" : "; slowest: " + slow.joined(separator: "; ")
  }

  /// All that is known of a host.
  func line(_ report: HostReport) -> String {
    let parts = [
      "\(report.inFlight) in flight", "\(report.waiting) waiting", "\(report.done) done",
      "\(report.failed) failed", megabytes(report.bytes),
      "\(tenths(report.rate))/s",
    ]
    let rest = report.rest.map { ", " + text($0) } ?? ""
    return "\(report.name): " + parts.joined(separator: ", ") + rest
  }

  /// How fast it is, or why it is not.
  private func pace(_ report: HostReport) -> String {
    report.rest.map(text) ?? "\(tenths(report.rate))/s"
  }

  private func text(_ rest: (reason: HostReport.Rest, time: Duration)) -> String {
    let until = clock(rest.time)
    switch rest.reason {
    case .paused: return "paused until \(until)"
    case .parked: return "left alone until \(until)"
    case .spent: return "budget spent until \(until)"
    }
  }

  private func megabytes(_ bytes: Int) -> String { tenths(Double(bytes) / 1e6) + " MB" }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
