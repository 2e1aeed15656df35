import Testing
import Threads

/// Orders are done by several threads, and each gets its own product.
struct WorkRoomTests {
  @Test(arguments: [1, 2, 7])
  func `each order gets what came of it, in whatever order it is asked`(threads: Int) throws {
    let room = WorkRoom<Int, Int>(threads: threads) { { $0 * $0 } }
    let numbers = try (0..<500).map { try room.give($0) }
    #expect(numbers == Array(1...500))
    for (order, number) in numbers.enumerated().reversed() {
      #expect(room.take(number) == order * order)
    }
    #expect(numbers.allSatisfy { room.takeIfDone($0) == nil })
  }

  @Test func `a thread begins once, with the first order`() throws {
    let beginnings = Mailbox<Void>(capacity: .max)
    let room = WorkRoom<Int, Int>(threads: 2) {
      beginnings.put(())
      return { $0 }
    }
    #expect(beginnings.takeIfAny() == nil)
    let numbers = try (0..<50).map { try room.give($0) }
    #expect(numbers.map { room.take($0) } == Array(0..<50))
    var count = 0
    while beginnings.takeIfAny() != nil { count += 1 }
    #expect(1...2 ~= count)
  }

  private struct NotReady: Error {}

  /// A room of three threads, of which so many begin.
  private func room(beginning count: Int) -> WorkRoom<Int, Int> {
    var begun = 0
    return WorkRoom(threads: 3) {
      if begun == count { throw NotReady() }
      begun += 1
      return { $0 }
    }
  }

  @Test(arguments: [1, 2])
  func `the threads that begin do the work of all`(count: Int) throws {
    let room = room(beginning: count)
    let numbers = try (0..<50).map { try room.give($0) }
    #expect(numbers.map { room.take($0) } == Array(0..<50))
  }

  @Test func `where no thread begins, no order is taken`() {
    let room = room(beginning: 0)
    #expect(throws: NotReady.self) { try room.give(1) }
  }
}
