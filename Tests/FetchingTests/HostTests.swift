@testable import Fetching
import Testing

/// How a host's limit shrinks and grows, and when it is left alone.
struct HostTests {
  @Test func `each refusal halves the limit, down to one`() {
    var host = HostState(.with { $0.perHost = 8 })
    var limits = [Int]()
    for _ in 1...5 {
      host.refuse(until: .zero)
      limits.append(host.limit)
    }
    #expect(limits == [4, 2, 1, 1, 1])
  }

  @Test func `four rounds of successes give one more, up to the limit`() {
    var host = HostState(.with { $0.perHost = 4 })
    host.refuse(until: .zero)
    host.refuse(until: .zero)
    var needed = [Int]()
    for limit in 1...3 {
      var count = 0
      while host.limit == limit {
        host.succeed()
        count += 1
      }
      needed.append(count)
    }
    #expect(needed == [4, 8, 12])
    for _ in 1...100 { host.succeed() }
    #expect(host.limit == 4)
  }

  @Test func `a refusal begins the count of successes again`() {
    var host = HostState(.with { $0.perHost = 2 })
    host.refuse(until: .zero)
    for _ in 1...3 { host.succeed() }
    host.refuse(until: .zero)
    for _ in 1...3 { host.succeed() }
    #expect(host.limit == 1)
    host.succeed()
    #expect(host.limit == 2)
  }

  @Test func `a host that shrank gets no new request while it has enough`() {
    var run = PolicyRun(.with { $0.perHost = 8 })
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

  @Test func `a host that fails too often in a row is parked, and all that wait for it end`() {
    var run = PolicyRun(.with { ($0.failuresUntilParked, $0.perHost) = (3, 4) })
    run.add(1...6, to: "down")
    run.add([11], to: "up")
    #expect(run.start() == [1, 11, 2, 3, 4])
    #expect(run.fail(1, .unreachable) == .again)
    #expect(run.fail(2, .unreachable) == .again)
    #expect(run.refused().isEmpty)
    #expect(run.fail(3, .unreachable) == .done)
    // Those that waited for their turn, and those that waited for another try.
    #expect(run.refused().sorted() == [1, 2, 5, 6])
    #expect(run.policy.nextTime == nil)
    run.succeed(4, 11)
    run.add([7], to: "down")
    run.redirect(startOne(12, of: "up", in: &run), to: "down")
    #expect(run.start().isEmpty)
    #expect(run.refused() == [7, 12])
    #expect(run.policy.inFlight == 0)
  }

  @Test(arguments: [FetchFailure.missing, FetchFailure("cut_short", isTemporary: true)])
  func `an answer in between begins the count anew`(answer: FetchFailure) {
    var run = PolicyRun(.with { ($0.failuresUntilParked, $0.perHost) = (3, 9) })
    run.add(1...6, to: "a")
    _ = run.start()
    run.fail(1, .unreachable)
    run.fail(2, .unreachable)
    run.fail(3, answer)
    run.fail(4, .unreachable)
    run.fail(5, .unreachable)
    #expect(run.refused().isEmpty)
    run.fail(6, .unreachable)
    #expect(run.refused().count == (answer.isTemporary ? 5 : 4))
  }

  private func startOne(_ job: Int, of host: String, in run: inout PolicyRun) -> Int {
    run.add([job], to: host)
    #expect(run.start() == [job])
    return job
  }
}
