import Fetching
import Testing

/// What follows from a failure.
struct RetryTests {
  /// The bounds of the wait after each attempt, in seconds.
  @Test(arguments: [(1, 1.0), (2, 2), (3, 4), (4, 8), (7, 64), (9, 256), (10, 300), (60, 300)])
  func `waits double up to the longest, each between half and all of it`(
    attempt: Int, whole: Double
  ) {
    var delays = Set<Duration>()
    for job in 1...500 {
      var run = PolicyRun(.with { $0.attempts = 100 })
      run.add([job], to: "a")
      _ = run.start()
      #expect(run.fail(job, .unreachable, attempt: attempt) == .again)
      delays.insert(run.policy.nextTime ?? .zero)
    }
    #expect(delays.allSatisfy { .seconds(whole / 2) <= $0 && $0 <= .seconds(whole) })
    // They are spread, so that those that failed together do not come back together.
    #expect(delays.count > 200)
    let spread = (delays.max() ?? .zero) - (delays.min() ?? .zero)
    #expect(spread > .seconds(whole * 0.4))
  }

  @Test func `a file that failed for a while is tried again when its time has come`() {
    var run = PolicyRun()
    run.add([1], to: "a")
    #expect(run.start() == [1])
    #expect(run.fail(1, .unreachable) == .again)
    #expect(run.start().isEmpty)
    run.now += .milliseconds(499)
    #expect(run.start().isEmpty)
    run.sleep()
    #expect(run.start() == [1])
  }

  @Test func `the last attempt is the last`() {
    var run = PolicyRun(.with { $0.attempts = 3 })
    run.add([1], to: "a")
    for attempt in 1...3 {
      run.sleep()
      #expect(run.start() == [1])
      #expect(run.fail(1, .unreachable, attempt: attempt) == (attempt < 3 ? .again : .done))
    }
    #expect(run.policy.nextTime == nil)
    #expect(run.policy.inFlight == 0)
  }

  @Test(arguments: [301, 400, 401, 403, 404, 410, 451])
  func `a final answer is not asked for again`(status: Int) {
    var run = PolicyRun()
    run.add([1], to: "a")
    _ = run.start()
    #expect(run.fail(1, FetchFailure(status: status)) == .done)
    #expect(run.policy.nextTime == nil)
  }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504, 599])
  func `a passing answer is asked for again`(status: Int) {
    var run = PolicyRun()
    run.add([1], to: "a")
    _ = run.start()
    #expect(run.fail(1, FetchFailure(status: status)) == .again)
    // The file waits, and the host may rest longer.
    run.sleep()
    let started = run.start()
    run.sleep()
    #expect(started + run.start() == [1])
  }

  @Test(arguments: [429, 503])
  func `Retry-After pauses its host, and no other`(status: Int) {
    var run = PolicyRun(.with { $0.anyHost.inFlight = 2 })
    run.add(1...4, to: "busy")
    run.add(11...14, to: "other")
    #expect(run.start() == [1, 11, 2, 12])
    #expect(run.fail(1, FetchFailure(status: status), retryAfter: .seconds(30)) == .again)
    run.succeed(2, 11)
    #expect(run.start() == [13])
    run.now = .seconds(29)
    run.succeed(12)
    #expect(run.start() == [14])
    run.now = .seconds(30)
    #expect(run.start() == [3])
  }

  @Test func `a longer pause is not made shorter by another answer`() {
    var run = PolicyRun(.with { $0.anyHost.inFlight = 2 })
    run.add(1...3, to: "busy")
    #expect(run.start() == [1, 2])
    run.fail(1, .tooMany, retryAfter: .seconds(60))
    run.fail(2, .tooMany, retryAfter: .seconds(1))
    run.now = .seconds(59)
    #expect(run.start().isEmpty)
    run.now = .seconds(60)
    #expect(run.start().count == 1)
  }

  @Test func `Retry-After of another failure delays the file, not the host`() {
    var run = PolicyRun(.with { $0.anyHost.inFlight = 1 })
    run.add(1...2, to: "a")
    #expect(run.start() == [1])
    #expect(run.fail(1, FetchFailure(status: 500), retryAfter: .seconds(9)) == .again)
    #expect(run.start() == [2])
    run.succeed(2)
    #expect(run.policy.nextTime == .seconds(9))
  }

  @Test func `who asks for more patience than there is, is not waited for`() {
    var run = PolicyRun(.with { $0.longestDelay = .seconds(300) })
    run.add(1...2, to: "busy")
    _ = run.start()
    #expect(run.fail(1, .tooMany, retryAfter: .seconds(86_400)) == .done)
    #expect(run.fail(2, .tooMany, retryAfter: .seconds(300)) == .again)
    // The host itself rests for the longest wait, not for a day.
    #expect(run.policy.nextTime == .seconds(300))
  }
}
