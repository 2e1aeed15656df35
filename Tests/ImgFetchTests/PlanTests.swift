import Fetching
import Testing

@testable import img_fetch

/// What a plan makes of counts and limits.
struct PlanTests {
  @Test(
    arguments: [
      (HostLimits(inFlight: 1), 500, .inFlight(1)),
      (HostLimits(inFlight: 10), 50, .inFlight(10)),
      (HostLimits(inFlight: nil), 7.8125, .inFlight(64)),
      (HostLimits(inFlight: 10, perSecond: 20), 50, .inFlight(10)),
      (HostLimits(inFlight: 10, perSecond: 10), 100, .perSecond(10)),
      (HostLimits(inFlight: 10, perSecond: 0.5), 2000, .perSecond(0.5)),
      (.bytes(hour: 500_000), 3600, .bytesPerHour(500_000)),
      (.bytes(day: 300_000), 3 * 86_400, .bytesPerDay(300_000)),
      // What is in a budget comes at once.
      (.bytes(hour: 1_000_000), 50, .inFlight(10)),
      (.bytes(hour: 3_600_000, day: 100_000_000, perSecond: 1), 1000, .perSecond(1)),
    ] as [(HostLimits, Double, PlanBound)])
  func `the tightest limit decides`(limits: HostLimits, seconds: Double, bound: PlanBound) {
    var host = HostPlan()
    for _ in 0..<1000 { host.add(guess: 1000) }
    let time = host.time(under: limits, concurrency: 64)
    #expect(time.seconds == seconds)
    #expect(time.bound == bound)
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

  /// A plan of machines that have `inFlight` requests in flight, and 8 a host, but one "slow".
  private func plan(_ machines: Int = 1, inFlight: Int = 64) -> Plan {
    var limits = FetchLimits()
    limits.inFlight = inFlight
    limits.knownHosts = { HostLimits(inFlight: $0 == "slow" ? 1 : 8) }
    return Plan(Array(repeating: limits, count: machines))
  }

  @Test func `those that take longest come first, and all together last`() {
    var plan = plan()
    for (host, count) in [("b", 40), ("a", 80), ("slow", 40), ("c", 160)] {
      for _ in 0..<count { plan.add(host, guess: 100) }
    }
    plan.know("there", 5)
    plan.finish()
    let rows = plan.rows
    #expect(rows.map(\.host) == ["slow", "c", "a", "b", "all"])
    #expect(
      rows.map(\.bound.description) == ["1 at once", "8 at once", "8 at once", "8 at once", "slow"])
    #expect(16...24 ~= rows[0].seconds)
    #expect(rows.last?.seconds == rows[0].seconds)
    #expect(rows.last?.pictures == 320)
    #expect(rows.last?.bytes == 32_000)
  }

  @Test func `too many requests for those at once decide for all`() {
    var plan = plan(inFlight: 2)
    for host in ["a", "b", "c"] { for _ in 0..<100 { plan.add(host, guess: 100) } }
    plan.finish()
    #expect(70...80 ~= plan.rows.last?.seconds ?? 0)
    #expect(plan.rows.last?.bound == .inFlight(2))
    #expect(plan.rows[0].bound == .otherHosts)
  }

  @Test func `no others are read while the window is full of one host's`() {
    var plan = plan()
    for _ in 0..<2 * Pipeline.window.count { plan.add("slow", guess: 100) }
    for _ in 0..<100 { plan.add("late", guess: 100) }
    plan.finish()
    #expect(plan.rows.map(\.host) == ["slow", "late", "all"])
    #expect(plan.rows.map(\.bound) == [.inFlight(1), .otherHosts, .host("slow")])
    // As long as half of the slow ones take.
    #expect(plan.rows[1].seconds > 0.45 * plan.rows[0].seconds)
  }

  @Test func `hosts one after the other leave places empty`() {
    var plan = plan()
    for host in ["a", "b", "c", "d"] {
      for _ in 0..<2 * Pipeline.window.count { plan.add(host, guess: 100) }
    }
    plan.finish()
    #expect(plan.rows.last?.bound == .orderOfRecords)
  }

  @Test func `machines work at the same time, and all take as long as the slowest`() {
    var plan = plan(2)
    for _ in 0..<160 { plan.add("a", guess: 100, machine: 1) }
    for _ in 0..<80 { plan.add("b", guess: 100, machine: 2) }
    for machine in [1, 2] { plan.add("both", guess: 100, machine: machine) }
    plan.finish()
    let rows = plan.rows
    #expect(rows.map(\.host) == ["a", "b", "both", "machine 1/2", "machine 2/2", "all"])
    #expect(rows.map(\.pictures) == [160, 80, 2, 161, 81, 242])
    #expect(rows[3].seconds == rows[0].seconds)
    #expect(rows[4].seconds == rows[1].seconds)
    #expect(rows[5].seconds == rows[0].seconds)
    #expect(rows.last?.bound == .host("a"))
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
    let row = Plan.Row(
      host: "a\u{1B}b", pictures: 12_345_678_901, bytes: 5, seconds: 1, bound: .host("x"))
    #expect(
      PlanTable.lines([row]) == [
        "host         pictures  bytes  time  decided by",
        "a\\u{1b}b  12345678901     5B    1s  x",
      ])
  }
}

extension HostLimits {
  fileprivate static func bytes(
    hour: Int? = nil, day: Int? = nil, perSecond: Double? = nil
  ) -> HostLimits {
    var limits = HostLimits(inFlight: 10, perSecond: perSecond)
    (limits.bytesPerHour, limits.bytesPerDay) = (hour, day)
    return limits
  }
}
