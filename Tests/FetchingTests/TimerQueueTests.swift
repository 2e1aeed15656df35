import Testing
import Trials

@testable import Fetching

/// What waits for a time.
struct TimerQueueTests {
  @Test func `timers come in the order of their times, equal ones in that of their making`() {
    var random = SplitMix(seed: 2)
    var timers = TimerQueue<Int>()
    let times = (0..<2000).map { _ in Duration.seconds(Int.random(in: 0..<50, using: &random)) }
    for (event, time) in times.enumerated() { timers.add(event, at: time) }
    let expected = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    var taken = [Int]()
    while let first = timers.first {
      #expect(timers.take(until: first - .nanoseconds(1)) == nil)
      if let event = timers.take(until: first) { taken.append(event) }
    }
    #expect(taken == expected)
    #expect(timers.take(until: .seconds(1000)) == nil)
  }

  @Test func `timers can be taken and added in turn`() {
    var random = SplitMix(seed: 3)
    var timers = TimerQueue<Int>()
    var model = [(time: Duration, event: Int)]()
    for event in 1...5000 {
      let now = Duration.seconds(event)
      let time = now + .seconds(Int.random(in: -5...60, using: &random))
      timers.add(event, at: time)
      model.append((time, event))
      model.sort { ($0.time, $0.event) < ($1.time, $1.event) }
      while let taken = timers.take(until: now) { #expect(taken == model.removeFirst().event) }
      #expect(timers.first == model.first?.time)
      #expect(model.allSatisfy { $0.time > now })
    }
  }

  @Test func `timers that are taken out leave the others in their order`() {
    var random = SplitMix(seed: 4)
    var timers = TimerQueue<Int>()
    for event in 1...1000 {
      timers.add(event, at: .seconds(Int.random(in: 0..<100, using: &random)))
    }
    let taken = timers.takeAll { $0 % 3 == 0 }
    #expect(taken.count == 333 && taken.allSatisfy { $0 % 3 == 0 })
    var times = [Duration]()
    while let first = timers.first, let event = timers.take(until: first) {
      #expect(event % 3 != 0)
      times.append(first)
    }
    #expect(times.count == 667 && times == times.sorted())
  }
}
