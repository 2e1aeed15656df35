import Testing
import Threads

/// Orders are done by several threads, and each gets its own product.
struct WorkRoomTests {
  @Test(arguments: [1, 2, 7])
  func `each order gets what came of it, in whatever order it is asked`(threads: Int) {
    let room = WorkRoom<Int, Int>(threads: threads) { { $0 * $0 } }
    let numbers = (0..<500).map { room.give($0) }
    #expect(numbers == Array(1...500))
    for (order, number) in numbers.enumerated().reversed() {
      #expect(room.take(number) == order * order)
    }
    #expect(numbers.allSatisfy { room.takeIfDone($0) == nil })
  }

  @Test func `a thread begins once, with the first order`() {
    let beginnings = Mailbox<Void>(capacity: .max)
    let room = WorkRoom<Int, Int>(threads: 2) {
      beginnings.put(())
      return { $0 }
    }
    #expect(beginnings.takeIfAny() == nil)
    let numbers = (0..<50).map { room.give($0) }
    #expect(numbers.map { room.take($0) } == Array(0..<50))
    var count = 0
    while beginnings.takeIfAny() != nil { count += 1 }
    #expect(1...2 ~= count)
  }
}
