import Fetching
import Testing

/// How much may be in flight, and whose turn it is.
struct LimitTests {
  @Test(arguments: [1, 7, 64])
  func `no more start than may be in flight`(limit: Int) {
    var run = PolicyRun(.with { ($0.inFlight, $0.anyHost.inFlight) = (limit, 1000) })
    run.add(1...100, to: "a")
    #expect(run.start() == Array(1...limit))
    #expect(run.policy.inFlight == limit)
    run.succeed(1)
    #expect(run.start() == [limit + 1])
  }

  @Test(arguments: [1, 3, 8])
  func `no more start than one host may have`(limit: Int) {
    var run = PolicyRun(.with { $0.anyHost.inFlight = limit })
    run.add(1...100, to: "a")
    #expect(run.start().count == limit)
    run.add(101...200, to: "b")
    #expect(run.start() == Array(101..<101 + limit))
  }

  @Test func `hosts take turns, and each keeps the order of arrival`() {
    var run = PolicyRun(.with { ($0.inFlight, $0.anyHost.inFlight) = (9, 8) })
    run.add(1...5, to: "a")
    run.add(11...15, to: "b")
    run.add(21...25, to: "c")
    #expect(run.start() == [1, 11, 21, 2, 12, 22, 3, 13, 23])
  }

  @Test func `a host that is full does not stop the others`() {
    var run = PolicyRun(.with { $0.anyHost.inFlight = 1 })
    run.add(1...1000, to: "slow")
    run.add([2000], to: "quick")
    #expect(run.start() == [1, 2000])
    run.succeed(2000)
    run.add([2001], to: "quick")
    #expect(run.start() == [2001])
  }

  @Test func `the rate spreads the requests to one host, and to that alone`() {
    var run = PolicyRun(.with { $0.anyHost.perSecond = 4 })
    run.add(1...3, to: "a")
    run.add(11...13, to: "b")
    #expect(run.start() == [1, 11])
    #expect(run.policy.nextTime == .seconds(0.25))
    run.now = .seconds(0.2)
    #expect(run.start().isEmpty)
    run.now = .seconds(0.25)
    #expect(run.start() == [2, 12])
    run.sleep()
    #expect(run.now == .seconds(0.5))
    #expect(run.start() == [3, 13])
  }

  @Test func `time that went by unused gives no burst`() {
    var run = PolicyRun(.with { $0.anyHost.perSecond = 1 })
    run.add([1], to: "a")
    #expect(run.start() == [1])
    run.now = .seconds(100)
    run.add(2...9, to: "a")
    #expect(run.start() == [2])
  }

  @Test(arguments: [10, 3, 7.3, 0.5, 1000])
  func `no second sees more requests than the rate`(rate: Double) {
    var run = PolicyRun(.with { ($0.anyHost.perSecond, $0.anyHost.inFlight) = (rate, 8) })
    run.add(1...500, to: "a")
    var starts = [Duration]()
    while starts.count < 500 {
      for job in run.start() {
        starts.append(run.now)
        run.succeed(job)
      }
      // The time that the network takes, and rests now and then.
      run.sleep()
      run.now += .milliseconds(starts.count % 7) + .seconds(starts.count % 100 == 0 ? 20 : 0)
    }
    let count = Int(rate.rounded(.up))
    #expect(zip(starts, starts.dropFirst(count)).allSatisfy { $1 - $0 >= .seconds(1) })
  }

  @Test func `a known host has limits of its own`() {
    let known = ["large": HostLimits(inFlight: nil), "small": HostLimits(inFlight: 1)]
    var run = PolicyRun(
      .with {
        ($0.inFlight, $0.anyHost.inFlight) = (20, 3)
        $0.knownHosts = { known[$0] }
      })
    run.add(101...150, to: "small")
    run.add(201...250, to: "other")
    #expect(run.start() == [101, 201, 202, 203])
    run.add(301...350, to: "large")
    #expect(run.start() == Array(301...316))
  }

  @Test func `a redirect counts at the host that it leads to`() {
    var run = PolicyRun(.with { $0.anyHost.inFlight = 2 })
    run.add(1...2, to: "origin")
    run.add(11...12, to: "target")
    #expect(run.start() == [1, 11, 2, 12])
    run.redirect(1, to: "target")
    run.redirect(2, to: "target")
    #expect(run.policy.inFlight == 2)
    #expect(run.start().isEmpty)
    run.succeed(11)
    #expect(run.start() == [1])
    run.add([3, 4, 5], to: "origin")
    #expect(run.start() == [3, 4])
  }

  @Test func `nothing waits for a time when all is in flight or done`() {
    var run = PolicyRun()
    #expect(run.policy.nextTime == nil)
    run.add([1], to: "a")
    #expect(run.start() == [1])
    #expect(run.policy.nextTime == nil)
    run.succeed(1)
    #expect(run.policy.nextTime == nil)
    #expect(run.policy.inFlight == 0)
  }
}
