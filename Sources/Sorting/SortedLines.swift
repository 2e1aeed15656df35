public import ByteStreams

/// A line and the key by which it was sorted.
public struct SortedLine: Equatable, Sendable {
  /// What was given with the line.
  public let key: [UInt8]
  /// The line.
  public let bytes: [UInt8]
}

/// Lines in the order of their keys, merged from runs as they are taken.
public struct SortedLines: ~Copyable {
  /// A heap with the cursor whose line comes first on top.
  private var heap: [RunCursor]
  private var isStarted = false

  init(_ cursors: [RunCursor]) {
    heap = cursors
    for index in (0..<heap.count / 2).reversed() { siftDown(from: index) }
  }

  /// The next line; `nil` at the end.
  /// - Throws: `StreamError` where one that was put by can't be read again.
  public mutating func next() throws(StreamError) -> SortedLine? {
    if isStarted { try advance() }
    isStarted = true
    return heap.first?.line
  }

  private mutating func advance() throws(StreamError) {
    guard let first = heap.first else { return }
    if try !first.advance() {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
    }
    siftDown(from: 0)
  }

  private mutating func siftDown(from index: Int) {
    var index = index
    while true {
      var first = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if heap[child].precedes(heap[first]) { first = child }
      }
      if first == index { return }
      heap.swapAt(index, first)
      index = first
    }
  }
}
