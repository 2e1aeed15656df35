@testable import Fetching
import Testing

/// How a host's limit shrinks and grows.
struct HostTests {
  @Test func `each burst of refusals halves the limit, down to one`() {
    var host = HostState("a", .with { $0.anyHost.inFlight = 8 })
    var limits = [Int]()
    for second in 1...5 {
      host.refuse(at: .seconds(second))
      limits.append(host.limit)
    }
    #expect(limits == [4, 2, 1, 1, 1])
  }

  @Test func `four rounds of successes give one more, up to the limit`() {
    var host = HostState("a", .with { $0.anyHost.inFlight = 4 })
    host.refuse(at: .seconds(1))
    host.refuse(at: .seconds(2))
    var needed = [Int]()
    for limit in 1...3 {
      var count = 0
      while host.limit == limit {
        host.succeed(at: .seconds(9))
        count += 1
      }
      needed.append(count)
    }
    #expect(needed == [4, 8, 12])
    for _ in 1...100 { host.succeed(at: .seconds(9)) }
    #expect(host.limit == 4)
  }

  @Test func `a refusal begins the count of successes again`() {
    var host = HostState("a", .with { $0.anyHost.inFlight = 2 })
    host.refuse(at: .seconds(1))
    for _ in 1...3 { host.succeed(at: .seconds(2)) }
    host.refuse(at: .seconds(3))
    for _ in 1...3 { host.succeed(at: .seconds(4)) }
    #expect(host.limit == 1)
    host.succeed(at: .seconds(4))
    #expect(host.limit == 2)
  }

  @Test func `a host that shrank gets no new request while it has enough`() {
    var run = PolicyRun(.with { $0.anyHost.inFlight = 8 })
    run.add(1...20, to: "a")
    #expect(run.start() == Array(1...8))
    run.fail(1, .tooMany, retryAfter: .milliseconds(1))
    run.now = .seconds(1)
    #expect(run.start().isEmpty)
    run.succeed(2, 3, 4)
    #expect(run.start().isEmpty)
    run.succeed(5)
    #expect(run.start() == [9])
  }
}

extension HostState {
  /// A request that is refused at once.
  mutating func refuse(at time: Duration, retryAfter: Duration? = nil) {
    refuse(pass(at: time), retryAfter: retryAfter, now: time)
  }

  /// A request that succeeds at once.
  mutating func succeed(at time: Duration) { succeed(pass(at: time)) }

  /// A request that fails at once.
  mutating func fail(at time: Duration) { fail(pass(at: time), now: time) }

  private mutating func pass(at time: Duration) -> Start {
    let start = start(now: time)
    end(start, bytes: 0, now: time)
    return start
  }
}
