import Testing

@testable import Fetching

/// How long the policy takes when requests last half a second, more or less.
struct FetchReplayTests {
  private static let window = (count: 100, bytes: 1000)

  /// Seconds for so many files of 1,000 bytes at one host.
  private func seconds(_ files: Int, _ limits: HostLimits, before: Int = 0) -> Double {
    var replay = FetchReplay(.with { $0.anyHost = limits }, window: Self.window)
    replay.remember(before, from: "a", ago: .seconds(60))
    for _ in 0..<files { replay.add("a", bytes: 1000, held: 1) }
    return replay.finish() / .seconds(1)
  }

  @Test(arguments: [
    (0, HostLimits(), 0.0...0.0), (1, HostLimits(), 0.25...0.75),
    (1000, HostLimits(inFlight: 8), 61...64), (1000, HostLimits(inFlight: nil), 7.6...8.6),
    // The last of 100 starts after 99 turns.
    (100, HostLimits(perSecond: 10), 10.15...10.65),
    (100, HostLimits(inFlight: 1, perSecond: 10), 47...53),
  ])
  func `a host takes as long as its limits have it`(
    files: Int, limits: HostLimits, expected: ClosedRange<Double>
  ) {
    #expect(expected ~= seconds(files, limits))
  }

  @Test func `a budget of bytes is spent at once, and again when its hour is over`() {
    var limits = HostLimits(inFlight: 8)
    limits.bytesPerHour = 100_000
    #expect(0..<60 ~= seconds(90, limits))
    #expect(3600..<3720 ~= seconds(180, limits))
    #expect(7200..<7440 ~= seconds(270, limits))
  }

  @Test func `what earlier runs got counts`() {
    var limits = HostLimits(inFlight: 8)
    limits.bytesPerHour = 100_000
    #expect(3500..<3700 ~= seconds(90, limits, before: 100_000))
  }

  @Test func `hosts take turns, and a slow one has its rate beside a fast one`() {
    let limits = FetchLimits.with {
      $0.knownHosts = { HostLimits(inFlight: 64, perSecond: $0 == "slow" ? 10 : nil) }
    }
    var replay = FetchReplay(limits, window: (10_000, 10_000))
    for _ in 0..<4000 { replay.add("fast", bytes: 1, held: 1) }
    for _ in 0..<200 { replay.add("slow", bytes: 1, held: 1) }
    _ = replay.finish()
    let ends = replay.ends.mapValues { $0 / .seconds(1) }
    #expect(31...34 ~= ends["fast"] ?? 0)
    #expect(20...25 ~= ends["slow"] ?? 0)
  }

  @Test(arguments: [(1, 100), (1000 / 50, 50)])
  func `nothing is taken up while there is no room`(held: Int, room: Int) {
    var replay = FetchReplay(.with { $0.anyHost = HostLimits(inFlight: 1) }, window: Self.window)
    for _ in 0..<room + 10 { replay.add("slow", bytes: 1, held: held) }
    replay.add("late", bytes: 1, held: held)
    _ = replay.finish()
    // Each of the slow ones that ends lets one in; the late one is let in after eleven.
    let seconds = (replay.ends["late"] ?? .zero) / .seconds(1)
    #expect(3...9 ~= seconds)
  }
}
