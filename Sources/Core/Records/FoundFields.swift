/// Where in a line the wanted values begin.
struct FoundFields {
  private static let absent: Int32 = -1

  /// The first value of each node of the tree, or -1.
  private(set) var first: [Int32]
  /// The further values of paths through an array.
  private(set) var further: [Further] = []
  /// Where the closing brace of the record stands.
  var end = 0

  struct Further {
    var node: Int
    var offset: Int
  }

  init(count: Int) {
    first = Array(repeating: Self.absent, count: count)
  }

  mutating func reset() {
    for node in first.indices { first[node] = Self.absent }
    if !further.isEmpty { further.removeAll(keepingCapacity: true) }
  }

  /// Notes a value; of two in one object the first counts.
  @inline(__always)
  mutating func note(_ node: Int, at offset: Int) -> Bool {
    guard first[node] < 0 else { return false }
    first[node] = Int32(truncatingIfNeeded: offset)
    return true
  }

  /// Notes a value in an element of an array that is not the first with this path.
  mutating func noteFurther(_ node: Int, at offset: Int) {
    if !note(node, at: offset) { further.append(Further(node: node, offset: offset)) }
  }
}
