import Testing

@testable import img_fetch

/// What a plan makes of counts and limits.
struct PlanTests {
  @Test(arguments: [
    (PlanLimits(inFlight: 1), 500.0, PlanBound.inFlight(1)),
    (PlanLimits(inFlight: 10), 50, .inFlight(10)),
    (PlanLimits(inFlight: 10, perSecond: 20), 50, .inFlight(10)),
    (PlanLimits(inFlight: 10, perSecond: 10), 100, .perSecond(10)),
    (PlanLimits(inFlight: 10, perSecond: 0.5), 2000, .perSecond(0.5)),
    (PlanLimits(inFlight: 10, bytesPerHour: 500_000), 7200, .bytesPerHour(500_000)),
    (PlanLimits(inFlight: 10, bytesPerDay: 500_000), 172_800, .bytesPerDay(500_000)),
    (
      PlanLimits(inFlight: 10, perSecond: 1, bytesPerHour: 3_600_000, bytesPerDay: 100_000_000),
      1000, .perSecond(1)
    ),
  ])
  func `the tightest limit decides`(limits: PlanLimits, seconds: Double, bound: PlanBound) {
    var host = HostPlan()
    for _ in 0..<1000 { host.add(guess: 1000) }
    #expect(host.time(under: limits).seconds == seconds)
    #expect(host.time(under: limits).bound == bound)
  }

  @Test func `ten pictures of a host say more than a guess`() {
    var host = HostPlan()
    for _ in 0..<4 { host.add(guess: 1000) }
    for _ in 0..<9 { host.know(10) }
    #expect(host.bytes == 4000)
    host.know(120)
    #expect(host.bytes == 84)
    #expect(host.pictures == 4)
  }

  @Test func `those that take longest come first, and all together last`() {
    var plan = Plan()
    for (host, count) in [("b", 8), ("a", 8), ("slow", 4), ("c", 16)] {
      for _ in 0..<count { plan.add(host, guess: 100) }
    }
    plan.know("there", 5)
    let rows = plan.rows(concurrency: 64) { PlanLimits(inFlight: $0 == "slow" ? 1 : 8) }
    #expect(rows.map(\.host) == ["slow", "c", "a", "b", "all"])
    #expect(rows.map(\.seconds) == [2, 1, 0.5, 0.5, 2])
    #expect(rows.last?.bound == "slow")
    #expect(rows.last?.pictures == 36)
    #expect(rows.last?.bytes == 3600)
    let narrow = plan.rows(concurrency: 2) { _ in PlanLimits(inFlight: 8) }
    #expect(narrow.last?.seconds == 9)
    #expect(narrow.last?.bound == "2 at once")
  }

  @Test(arguments: [
    (0.0, "0s"), (0.01, "1s"), (59.9, "1m"), (60, "1m"), (61, "2m"), (3540, "59m"),
    (3541, "1h00m"), (3600, "1h00m"), (3601, "1h01m"), (86_340, "23h59m"), (86_341, "1d00h"),
    (86_400, "1d00h"), (86_401, "1d01h"), (1e9, "11574d02h"), (.infinity, "11574074074d02h"),
  ])
  func `times are for people`(seconds: Double, text: String) {
    #expect(PlanTable.time(seconds) == text)
  }

  @Test(arguments: [
    (0, "0B"), (999, "999B"), (1000, "1.0kB"), (9949, "9.9kB"), (9950, "10kB"),
    (999_499, "999kB"), (999_500, "1.0MB"), (5_000_000_000, "5.0GB"),
    (Int.max, "9223PB"),
  ])
  func `sizes are for people`(bytes: Int, text: String) {
    #expect(PlanTable.size(bytes) == text)
  }

  @Test func `columns stand below each other`() {
    let row = Plan.Row(host: "a\u{1B}b", pictures: 12_345_678_901, bytes: 5, seconds: 1, bound: "x")
    #expect(
      PlanTable.lines([row]) == [
        "host         pictures  bytes  time  decided by",
        "a\\u{1b}b  12345678901     5B    1s  x",
      ])
  }
}
