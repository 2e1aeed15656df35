import Testing

@testable import Fetching

/// Requests that could start, and have to wait for a place after all.
struct PutOffTests {
  private static func policy(_ limits: HostLimits) -> FetchPolicy {
    FetchPolicy(.with { $0.anyHost = limits })
  }

  @Test func `a request that is put off starts again, after the others of its host`() {
    var policy = Self.policy(HostLimits(inFlight: 1))
    for job in 1...2 { policy.add(job, to: "a", now: .zero) }
    policy.add(3, to: "b", now: .zero)
    #expect(policy.start(now: .zero) == 1)
    policy.putOff(1, until: .seconds(2), now: .zero)
    #expect(policy.start(now: .zero) == 3)
    #expect(policy.start(now: .seconds(1)) == nil)
    #expect(policy.nextTime == .seconds(2))
    #expect(policy.inFlight == 1)
    #expect(policy.start(now: .seconds(2)) == 2)
    policy.succeed(2, bytes: 1, now: .seconds(2))
    #expect(policy.start(now: .seconds(2)) == 1)
  }

  @Test func `what was kept of a budget for it is free again`() {
    var limits = HostLimits(inFlight: 100)
    limits.bytesPerHour = 160
    var policy = Self.policy(limits)
    for job in 0..<100 { policy.add(job, to: "a", now: .zero) }
    var started: [Int] = []
    while let job = policy.start(now: .zero) { started.append(job) }
    #expect(started.count < 100)
    for job in started { policy.putOff(job, until: .seconds(1), now: .zero) }
    var again = 0
    while policy.start(now: .seconds(1)) != nil { again += 1 }
    #expect(again == started.count)
  }
}
