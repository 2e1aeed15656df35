@testable import Fetching
import Testing

/// What follows when a host says that it is too much.
struct RefusalTests {
  private static let limits = FetchLimits.with { ($0.anyHost.inFlight, $0.attempts) = (8, 100) }

  /// Seconds that the host asks for, and those that it gets one time after the other.
  private static let pauses: [(Int?, [Int])] = [
    (nil, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]), (5, [5, 5, 5, 8, 16, 32]),
    (250, [250, 250, 250]), (86_400, [300, 300]), (.max, [300, 300]),
  ]

  @Test(arguments: pauses)
  func `pauses in a row double, and Retry-After counts where it is longer`(
    seconds: Int?, pauses: [Int]
  ) {
    var host = HostState("a", .with { $0.refusalsUntilParked = 99 })
    var seen = [Duration]()
    for _ in pauses {
      let now = host.pausedUntil + .seconds(1)
      host.refuse(at: now, retryAfter: seconds.map { .seconds($0) })
      seen.append(host.pausedUntil - now)
    }
    #expect(seen == pauses.map { .seconds($0) })
  }

  @Test(arguments: [(301, 301), (3600, 3600), (86_400, 86_400), (999_999, 86_400), (.max, 86_400)])
  func `a host that asks for a long rest is left alone for as long`(asked: Int, rest: Int) {
    var host = HostState("a", .with { $0.longestRest = .seconds(86_400) })
    host.refuse(at: .seconds(10), retryAfter: .seconds(asked))
    #expect(host.isParked(now: .seconds(10 + rest - 1)))
    #expect(!host.isParked(now: .seconds(10 + rest)))
  }

  @Test(arguments: [nil, 0, 5, 300])
  func `a host that asks for a short rest gets it, and its records wait`(asked: Int?) {
    var host = HostState("a", .with { $0.longestRest = .seconds(86_400) })
    host.refuse(at: .seconds(10), retryAfter: asked.map { .seconds($0) })
    #expect(!host.isParked(now: .seconds(10)))
  }

  @Test func `a success ends the row`() {
    var host = HostState("a", FetchLimits())
    for second in [1, 10, 20] { host.refuse(at: .seconds(second)) }
    #expect(host.pausedUntil == .seconds(24))
    host.succeed(at: .seconds(30))
    host.refuse(at: .seconds(40))
    #expect(host.pausedUntil == .seconds(41))
  }

  @Test func `a burst of refusals counts once`() {
    var run = PolicyRun(Self.limits)
    run.add(1...40, to: "busy")
    let burst = run.start()
    #expect(burst.count == 8)
    for (index, job) in burst.enumerated() {
      run.now = .milliseconds(100 * index)
      run.fail(job, .tooMany)
    }
    // One second from the first of them, and half as many at once.
    run.now = .milliseconds(999)
    #expect(run.start().isEmpty)
    run.now = .seconds(1)
    #expect(run.start().count == 4)
  }

  @Test func `a success that was asked for before the refusal does not end the row`() {
    var host = HostState("a", FetchLimits())
    let early = host.start(now: .seconds(1))
    host.refuse(at: .seconds(1))
    host.end(early, bytes: 0, now: .seconds(2))
    host.succeed(early)
    host.refuse(at: .seconds(10))
    #expect(host.pausedUntil == .seconds(12))
  }

  @Test func `a refusal that speaks of the one file is none of the host`() {
    var run = PolicyRun(Self.limits)
    run.add(1...2, to: "a")
    #expect(run.start() == [1, 2])
    run.fail(1, FetchFailure("http_503", http: 503))
    run.add([3], to: "a")
    #expect(run.start() == [3])
  }

  @Test func `a host that refuses for ever is parked after eight bursts`() {
    var run = PolicyRun(Self.limits)
    run.add(1...1000, to: "busy")
    var bursts = 0
    while run.refused().isEmpty, bursts < 50 {
      run.sleep()
      let burst = run.start()
      for job in burst { run.fail(job, .tooMany) }
      if !burst.isEmpty { bursts += 1 }
    }
    #expect(bursts == 8)
    // 1, 2, 4 and so on to 64 seconds.
    #expect(run.now == .seconds(127))
    run.add([2000], to: "busy")
    #expect(run.start().isEmpty)
    #expect(run.refused().contains(2000))
  }
}
