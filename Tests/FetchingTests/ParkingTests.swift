@testable import Fetching
import Testing

/// When a host is left alone, and when it is looked at again.
struct ParkingTests {
  private static let limits = FetchLimits.with {
    ($0.failuresUntilParked, $0.anyHost.inFlight) = (6, 4)
  }

  /// A host that is parked since the time 0, after six requests that failed.
  private static func parked(_ limits: FetchLimits = limits) -> PolicyRun {
    var run = PolicyRun(limits)
    for job in 1...6 {
      run.add([job], to: "down")
      _ = run.start()
      run.fail(job, .unreachable, attempt: limits.attempts)
    }
    return run
  }

  @Test func `a host that fails too often in a row is parked, and all that wait for it end`() {
    var run = PolicyRun(Self.limits)
    run.add(1...9, to: "down")
    run.add([11], to: "up")
    #expect(run.start() == [1, 11, 2, 3, 4])
    for job in 1...3 { #expect(run.fail(job, .unreachable) == .again) }
    #expect(run.start() == [5, 6, 7])
    for job in 4...5 { #expect(run.fail(job, .unreachable) == .again) }
    #expect(run.refused().isEmpty)
    #expect(run.fail(6, .unreachable) == .done)
    // Those that waited for their turn, and those that waited for another try.
    #expect(run.refused().sorted() == [1, 2, 3, 4, 5, 8, 9])
    #expect(run.policy.nextTime == nil)
    run.succeed(7, 11)
    run.add([10], to: "down")
    run.redirect(startOne(12, of: "up", in: &run), to: "down")
    #expect(run.start().isEmpty)
    #expect(run.refused() == [10, 12])
    #expect(run.policy.inFlight == 0)
  }

  @Test(arguments: [FetchFailure.missing, FetchFailure("cut_short", isTemporary: true)])
  func `an answer in between begins the count anew`(answer: FetchFailure) {
    var run = PolicyRun(Self.limits)
    for job in 1...5 { run.fail(startOne(job, of: "a", in: &run), .unreachable, attempt: 5) }
    run.fail(startOne(6, of: "a", in: &run), answer, attempt: 5)
    for job in 7...11 { run.fail(startOne(job, of: "a", in: &run), .unreachable, attempt: 5) }
    #expect(startOne(12, of: "a", in: &run) == 12)
    run.fail(12, .unreachable, attempt: 5)
    run.add([13], to: "a")
    #expect(run.refused() == [13])
  }

  @Test(arguments: [(1, 12), (8, 12), (9, 13), (64, 96)])
  func `more failures are needed than one moment without a network gives`(
    perHost: Int, needed: Int
  ) {
    var host = HostState("a", .with { $0.anyHost.inFlight = perHost })
    var failures = 0
    while host.parking == nil {
      host.fail(at: .zero)
      failures += 1
    }
    #expect(failures == needed)
  }

  @Test func `after its time one request is let through, and the others wait for it`() {
    var run = Self.parked()
    run.now = .seconds(59)
    run.add([20], to: "down")
    #expect(run.refused() == [20])
    run.now = .seconds(60)
    run.add(21...30, to: "down")
    #expect(run.start() == [21])
    #expect(run.refused().isEmpty)
    run.succeed(21)
    // One at a time, until it was seen to go well for a while.
    #expect(run.start() == [22])
    for job in 22...25 { run.succeed(startNext(job, in: &run)) }
    #expect(run.start() == [26, 27])
  }

  @Test(arguments: [FetchFailure.unreachable, .tooMany, FetchFailure(status: 503)])
  func `a look that fails parks the host for twice as long, up to half an hour`(
    failure: FetchFailure
  ) {
    var run = Self.parked()
    var rests = [Int]()
    for job in 20...27 {
      let parked = run.now
      run.now = rest(of: &run)
      rests.append(Int((run.now - parked) / .seconds(60)))
      run.add([job, job + 100], to: "down")
      #expect(run.start() == [job])
      #expect(run.fail(job, failure) == .done)
      #expect(run.refused() == [job + 100])
    }
    #expect(rests == [1, 2, 4, 8, 16, 30, 30, 30])
  }

  @Test func `a look that comes to an answer opens the host, whatever the answer is`() {
    var run = Self.parked()
    run.now = .seconds(60)
    run.fail(startOne(20, of: "down", in: &run), .missing)
    #expect(startOne(21, of: "down", in: &run) == 21)
    // From now on it is as if it had never been parked.
    run.fail(21, .unreachable, attempt: 5)
    for job in 22...26 { run.fail(startOne(job, of: "down", in: &run), .unreachable, attempt: 5) }
    #expect(rest(of: &run) == .seconds(120))
  }

  @Test func `what was in flight when a host was parked says nothing of it any more`() {
    var run = PolicyRun(Self.limits)
    run.add(1...4, to: "down")
    #expect(run.start() == [1, 2, 3, 4])
    run.fail(4, .unreachable, attempt: 5)
    for job in 5...9 { run.fail(startOne(job, of: "down", in: &run), .unreachable, attempt: 5) }
    run.succeed(1)
    run.fail(2, .unreachable, attempt: 5)
    #expect(rest(of: &run) == .seconds(60))
    run.now = .seconds(60)
    run.add(30...31, to: "down")
    #expect(run.start() == [30])
    run.succeed(3)
    #expect(run.start().isEmpty)
  }

  @Test func `a host that stood in line for a time when it was parked can be looked at`() {
    var run = PolicyRun(.with { ($0.failuresUntilParked, $0.anyHost.inFlight) = (3, 2) })
    run.add(1...9, to: "down")
    #expect(run.start() == [1, 2])
    // Number 3 waits for the end of the pause.
    run.fail(1, .tooMany, retryAfter: .seconds(9))
    run.fail(2, .unreachable, attempt: 5)
    run.now = .seconds(9)
    for job in [3, 4] { run.fail(startNext(job, in: &run), .unreachable, attempt: 5) }
    #expect(run.refused().count == 6)
    run.now = .seconds(69)
    #expect(startOne(20, of: "down", in: &run) == 20)
  }

  /// When the host `down` is open to a look again.
  private func rest(of run: inout PolicyRun) -> Duration {
    var probe = run
    for job in 1000... {
      probe.add([job], to: "down")
      if !probe.start().isEmpty { break }
      _ = probe.refused()
      probe.now += .seconds(1)
    }
    return probe.now
  }

  private func startOne(_ job: Int, of host: String, in run: inout PolicyRun) -> Int {
    run.add([job], to: host)
    #expect(run.start() == [job])
    return job
  }

  private func startNext(_ job: Int, in run: inout PolicyRun) -> Int {
    let started = run.start()
    #expect(started.isEmpty || started == [job])
    return job
  }
}
