@testable import Fetching
import Testing
import Trials

/// What a host may send in an hour and on a day.
struct BudgetTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var limits = HostLimits()
    var pace = Duration.milliseconds(500)
    var latency = Duration.seconds(3)
    /// The bytes of an answer, from a random number.
    let size: @Sendable (Int) -> Int
    var partial = 0
  }

  private static let hour = Duration.seconds(3600)
  private static let day = Duration.seconds(86_400)

  private static let cases = [
    Case(testDescription: "of equal size", limits: .with(1000 << 20, nil)) { _ in 2 << 20 },
    Case(testDescription: "of all sizes", limits: .with(5000 << 20, 24_000 << 20)) {
      1 << 18 + $0 % (6 << 20)
    },
    Case(testDescription: "few of them large", limits: .with(2000 << 20, nil)) {
      $0 % 50 == 0 ? 20 << 20 : 1 << 20
    },
    Case(
      testDescription: "that come in bursts", limits: .with(500 << 20, nil),
      latency: .milliseconds(50)
    ) { 1 << 19 + $0 % (1 << 21) },
    Case(
      testDescription: "of which half break off", limits: .with(1000 << 20, nil),
      size: {
        1 << 20 + $0 % (1 << 21)
      }, partial: 2),
    Case(testDescription: "that take long", limits: .with(nil, 6000 << 20), latency: .seconds(60)) {
      1 << 20 + $0 % (1 << 22)
    },
  ]

  @Test(arguments: cases)
  func `in no hour and on no day does more come, and not much less`(_ test: Case) {
    var random = SplitMix(seed: 7)
    var simulation = DaySimulation(
      .with { $0.anyHost = test.limits }, pace: test.pace, latency: test.latency
    ) { _ in
      let number = Int.random(in: 0...1 << 30, using: &random)
      let size = test.size(number)
      return test.partial > 0 && number % test.partial == 0 ? .part(size / 2) : .bytes(size)
    }
    simulation.run(until: Self.day * 2)
    let largest = simulation.bytes.map(\.count).max() ?? 0
    for (window, budget) in [
      (Self.hour, test.limits.bytesPerHour), (Self.day, test.limits.bytesPerDay),
    ] {
      guard let budget else { continue }
      let most = Self.most(simulation.bytes, in: window)
      #expect(most <= budget + min(largest, budget / 16), "\(most) of \(budget)")
    }
    let sum = simulation.bytes.reduce(0) { $1.time < Self.day ? $0 + $1.count : $0 }
    let possible = min(
      test.limits.bytesPerDay ?? .max, test.limits.bytesPerHour.map { $0 * 24 } ?? .max)
    #expect(sum * 10 >= possible * 9, "\(sum) of \(possible)")
  }

  /// The most that came in any window of this length.
  private static func most(_ bytes: [(time: Duration, count: Int)], in window: Duration) -> Int {
    var (sum, most, first) = (0, 0, 0)
    for (time, count) in bytes {
      sum += count
      while bytes[first].time <= time - window {
        sum -= bytes[first].count
        first += 1
      }
      most = max(most, sum)
    }
    return most
  }

  @Test func `what an earlier run got counts, as long as it is not older than the window`() {
    var run = PolicyRun(.with { $0.anyHost = .with(1000, nil) })
    run.policy.remember(600, from: "a", at: .seconds(-3000))
    run.policy.remember(320, from: "a", at: .seconds(-1200))
    run.policy.remember(999, from: "a", at: .seconds(-4000))
    run.policy.remember(999, from: "b", at: .seconds(-10))
    run.add([1], to: "a")
    // 62 are reserved, a sixteenth.
    #expect(run.start() == [1])
    run.policy.succeed(1, bytes: 50, now: run.now)
    run.add([2], to: "a")
    #expect(run.start().isEmpty)
    run.sleep()
    #expect(run.now == .seconds(660))
    #expect(run.start() == [2])
    run.add([3], to: "b")
    #expect(run.start().isEmpty)
  }

  @Test func `requests in flight reserve, and what ends short of it makes room at once`() {
    var run = PolicyRun(.with { $0.anyHost = .with(160, nil) })
    run.policy.remember(125, from: "a", at: .zero)
    run.add(1...9, to: "a")
    #expect(run.start() == [1, 2, 3])
    #expect(run.policy.nextTime == nil)
    _ = run.policy.fail(1, .missing, attempt: 1, retryAfter: nil, bytes: 1, now: run.now)
    #expect(run.start() == [4])
    for job in 2...4 { run.policy.succeed(job, bytes: 10, now: run.now) }
    #expect(run.start().isEmpty)
    #expect(run.policy.nextTime == .seconds(3660))
  }

  @Test func `bytes of every kind are told once, for hosts with a budget alone`() {
    var run = PolicyRun(
      .with { $0.knownHosts = { $0 == "free" ? HostLimits() : .with(1 << 30, nil) } })
    run.add([1, 2, 3], to: "a")
    run.add([4], to: "free")
    _ = run.start()
    run.policy.succeed(1, bytes: 100, now: run.now)
    run.policy.redirect(2, to: "b", bytes: 20, now: run.now)
    _ = run.policy.fail(
      3, .missing, attempt: 1, retryAfter: nil, bytes: 3, now: run.now)
    run.policy.succeed(4, bytes: 4000, now: run.now)
    #expect(run.policy.takeSpent().map(\.host) == ["a"])
    #expect(run.start() == [2])
    run.policy.succeed(2, bytes: 7, now: run.now)
    let spent = run.policy.takeSpent()
    #expect(spent.map(\.host) == ["b"])
    #expect(spent.map(\.bytes) == [7])
    #expect(run.policy.takeSpent().isEmpty)
  }
}

extension HostLimits {
  static func with(_ hour: Int?, _ day: Int?) -> HostLimits {
    var limits = HostLimits()
    limits.bytesPerHour = hour
    limits.bytesPerDay = day
    return limits
  }
}
