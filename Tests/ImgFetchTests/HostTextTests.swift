import Fetching
import Testing

@testable import img_fetch

/// What is told of hosts, in words.
struct HostTextTests {
  private let text = HostText { "in \(Int($0 / .seconds(60))) minutes" }

  @Test func `the line of progress names the three slowest`() {
    var reports = ["a", "b", "c", "d"].enumerated().map { index, name in
      var report = HostReport()
      (report.name, report.waiting, report.rate) = (name, 10 * (index + 1), 2.46)
      return report
    }
    reports[1].rest = (.spent, .seconds(7200))
    #expect(
      text.slowest(of: reports)
        == "; slowest: b 20 waiting, budget spent until in 120 minutes; d 40 waiting, 2.5/s; "
        + "c 30 waiting, 2.5/s")
    #expect(text.slowest(of: []) == "")
  }

  @Test(
    arguments: [
      (nil, ""), (.paused, ", paused until in 5 minutes"),
      (.parked, ", left alone until in 5 minutes"), (.spent, ", budget spent until in 5 minutes"),
    ] as [(HostReport.Rest?, String)])
  func `a host is told with all that is known of it`(rest: HostReport.Rest?, end: String) {
    var report = HostReport()
    (report.name, report.inFlight, report.waiting) = ("a.example", 1, 2)
    (report.done, report.failed, report.bytes, report.rate) = (3, 4, 5_550_000, 0.96)
    report.rest = rest.map { ($0, .seconds(300)) }
    let line = "a.example: 1 in flight, 2 waiting, 3 done, 4 failed, 5.6 MB, 1.0/s"
    #expect(text.line(report) == line + end)
  }
}
