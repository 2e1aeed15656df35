/// Things to be done at a later time, the earliest first: a binary heap.
struct TimerQueue<Event> {
  private var heap: [(time: Duration, order: Int, event: Event)] = []
  private var count = 0

  /// The time of the earliest.
  var first: Duration? { heap.first?.time }

  /// Adds an event; of two with the same time the one added first comes first.
  mutating func add(_ event: Event, at time: Duration) {
    heap.append((time, count, event))
    count += 1
    var child = heap.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the earliest event out if its time has come.
  mutating func take(until now: Duration) -> Event? {
    guard let first, first <= now else { return nil }
    heap.swapAt(0, heap.count - 1)
    let event = heap.removeLast().event
    sink(from: 0)
    return event
  }

  /// Takes out all events that fulfil `isWanted`, the earliest first.
  mutating func takeAll(where isWanted: (Event) -> Bool) -> [Event] {
    // What is in order is a heap.
    heap.sort { ($0.time, $0.order) < ($1.time, $1.order) }
    let taken = heap.filter { isWanted($0.event) }
    heap.removeAll { isWanted($0.event) }
    return taken.map(\.event)
  }

  private mutating func sink(from start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if isBefore(child, least) { least = child }
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    (heap[a].time, heap[a].order) < (heap[b].time, heap[b].order)
  }
}
