/// Heaps of hashes with the largest on top, any number of them in one pool: pairing heaps
/// (Fredman, Sedgewick, Sleator and Tarjan, 1986), 16 bytes a hash.
struct HashHeaps {
  /// A heap, by its topmost node.
  struct Heap {
    fileprivate var top = HashHeaps.none
  }

  private struct Node {
    var hash: UInt64
    /// The first of the nodes below; none of them is larger.
    var child = HashHeaps.none
    /// The next node below the same one.
    var sibling = HashHeaps.none
  }

  private static let none: UInt32 = 0
  private static let chunkBits: UInt32 = 16

  /// The nodes in pieces that are never copied; that of number 0 is none.
  private var chunks: [[Node]] = [[Node(hash: 0)]]

  /// The largest hash of a heap; `nil` where it has none.
  func largest(of heap: Heap) -> UInt64? {
    heap.top == Self.none ? nil : self[heap.top].hash
  }

  /// How many hashes of a heap equal the largest.
  func largestCount(of heap: Heap) -> Int {
    guard let largest = largest(of: heap) else { return 0 }
    var (count, pending) = (1, [self[heap.top].child])
    while var node = pending.popLast() {
      while node != Self.none {
        if self[node].hash == largest {
          count += 1
          pending.append(self[node].child)
        }
        node = self[node].sibling
      }
    }
    return count
  }

  /// Adds a hash to a heap.
  mutating func insert(_ hash: UInt64, into heap: inout Heap) {
    if chunks[chunks.count - 1].count == 1 << Self.chunkBits { chunks.append([]) }
    let chunk = chunks.count - 1
    let node = UInt32(chunk) << Self.chunkBits | UInt32(chunks[chunk].count)
    chunks[chunk].append(Node(hash: hash))
    heap.top = merge(heap.top, node)
  }

  /// Puts a hash in the place of the largest of a heap that has one.
  mutating func replaceLargest(of heap: inout Heap, by hash: UInt64) {
    let node = heap.top
    let rest = mergeSiblings(from: self[node].child)
    self[node] = Node(hash: hash)
    heap.top = merge(rest, node)
  }

  private subscript(node: UInt32) -> Node {
    get { chunks[Int(node >> Self.chunkBits)][Self.place(of: node)] }
    set { chunks[Int(node >> Self.chunkBits)][Self.place(of: node)] = newValue }
  }

  private static func place(of node: UInt32) -> Int { Int(node & (1 << chunkBits - 1)) }

  /// Makes one heap of two, either of which may be none.
  private mutating func merge(_ one: UInt32, _ other: UInt32) -> UInt32 {
    guard one != Self.none, other != Self.none else { return one | other }
    let isOneLarger = self[one].hash >= self[other].hash
    let (top, below) = isOneLarger ? (one, other) : (other, one)
    self[below].sibling = self[top].child
    self[top].child = below
    return top
  }

  /// Makes one heap of a row of siblings: of each two next to each other, then of these from
  /// the last to the first.
  private mutating func mergeSiblings(from first: UInt32) -> UInt32 {
    var (next, pairs) = (first, Self.none)
    while next != Self.none {
      let (one, other) = (next, self[next].sibling)
      next = other == Self.none ? Self.none : self[other].sibling
      let pair = merge(one, other)
      self[pair].sibling = pairs
      pairs = pair
    }
    var top = Self.none
    while pairs != Self.none {
      let pair = pairs
      pairs = self[pair].sibling
      top = merge(top, pair)
    }
    return top
  }
}
