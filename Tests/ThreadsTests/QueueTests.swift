import Testing
import Threads
import Trials

/// The lines that things stand in.
struct QueueTests {
  @Test func `a queue gives what it got, in that order`() {
    var random = SplitMix(seed: 1)
    var queue = Queue<Int>()
    var model = [Int]()
    for number in 1...20_000 {
      if Int.random(in: 0..<100, using: &random) < (number < 10_000 ? 60 : 40) {
        queue.append(number)
        model.append(number)
      } else {
        #expect(queue.first == model.first)
        #expect(queue.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
      }
      #expect(queue.isEmpty == model.isEmpty)
      #expect(queue.count == model.count)
    }
  }

  private final class Thing {}

  @Test func `what was taken is held no longer`() {
    var queue = Queue<Thing>()
    weak var first: Thing?
    do {
      let thing = Thing()
      first = thing
      queue.append(thing)
    }
    queue.append(Thing())
    #expect(first != nil)
    _ = queue.popFirst()
    #expect(first == nil)
  }
}
