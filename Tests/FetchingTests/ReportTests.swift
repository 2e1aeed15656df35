import Fetching
import Testing

/// What is told of hosts.
struct ReportTests {
  @Test func `what a host was asked adds up`() throws {
    var run = PolicyRun(.with { ($0.anyHost.inFlight, $0.attempts) = (2, 2) })
    run.add(1...6, to: "a")
    run.add([11], to: "b")
    _ = run.start()
    run.now = .seconds(2)
    run.policy.succeed(1, bytes: 500, now: run.now)
    _ = run.policy.fail(
      2, .missing, attempt: 1, retryAfter: nil, bytes: 20, now: run.now)
    #expect(run.start() == [3, 4])
    run.redirect(3, to: "b")
    #expect(run.fail(4, FetchFailure(status: 500)) == .again)
    #expect(run.start().sorted() == [3, 5, 6])
    let reports = run.policy.reports(now: run.now)
    #expect(reports.map(\.name) == ["a", "b"])
    #expect(reports.map(\.inFlight) == [2, 2])
    #expect(reports.map(\.waiting) == [1, 0])
    #expect(reports.map(\.done) == [2, 0])
    #expect(reports.map(\.failed) == [1, 0])
    #expect(reports.map(\.bytes) == [520, 0])
    #expect(reports.map(\.rate) == [1, 0])
    #expect(reports.allSatisfy { $0.rest == nil })
  }

  @Test func `a host that rests says why and for how long`() {
    var run = PolicyRun(
      .with {
        $0.failuresUntilParked = 1
        $0.anyHost.inFlight = 1
        $0.knownHosts = { $0 == "spent" ? .with(100, nil) : nil }
      })
    for (job, host) in ["busy", "down", "spent", "well"].enumerated() { run.add([job], to: host) }
    #expect(run.start() == [0, 1, 2, 3])
    run.fail(0, .tooMany, attempt: 5, retryAfter: .seconds(30))
    run.fail(1, .unreachable, attempt: 5)
    run.policy.succeed(2, bytes: 100, now: run.now)
    run.now = .seconds(10)
    let rests = run.policy.reports(now: run.now).map(\.rest)
    #expect(rests.map { $0?.reason } == [.paused, .parked, .spent, nil])
    #expect(rests.map { $0?.time } == [.seconds(20), .seconds(50), .seconds(3650), nil])
    #expect(run.policy.reports(now: run.now).map(\.failed) == [1, 1, 0, 0])
  }

  @Test func `the slowest hosts are those whose waiting records take longest`() {
    let reports = [
      report("quick", waiting: 100, rate: 50), report("slow", waiting: 10, rate: 0.1),
      report("stuck", waiting: 1, rate: 0), report("idle", waiting: 0, rate: 0),
      report("stuck too", waiting: 5, rate: 0), report("long", waiting: 1000, rate: 2),
      report("resting", waiting: 1, rate: 9, rest: 200),
    ]
    #expect(
      HostReport.slowest(reports, 9).map(\.name)
        == ["stuck too", "stuck", "long", "resting", "slow", "quick"])
    #expect(HostReport.slowest(reports, 2).map(\.name) == ["stuck too", "stuck"])
  }

  private func report(
    _ name: String, waiting: Int, rate: Double, rest: Int? = nil
  ) -> HostReport {
    var report = HostReport()
    (report.name, report.waiting, report.rate) = (name, waiting, rate)
    report.rest = rest.map { (.parked, .seconds($0)) }
    return report
  }
}
