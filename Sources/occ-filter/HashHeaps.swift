/// Heaps of hashes with the largest on top, any number of them in one pool: skew heaps
/// (Sleator and Tarjan, 1986), 16 bytes a hash.
struct HashHeaps {
  /// A heap, by its topmost node.
  struct Heap {
    fileprivate var top = HashHeaps.none
  }

  private struct Node {
    var hash: UInt64
    var left = HashHeaps.none
    var right = HashHeaps.none
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
    var (count, pending) = (0, [heap.top])
    while let node = pending.popLast() {
      guard node != Self.none, self[node].hash == largest else { continue }
      count += 1
      pending += [self[node].left, self[node].right]
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
    let rest = merge(self[node].left, self[node].right)
    self[node] = Node(hash: hash)
    heap.top = merge(rest, node)
  }

  private subscript(node: UInt32) -> Node {
    get { chunks[Int(node >> Self.chunkBits)][Self.place(of: node)] }
    set { chunks[Int(node >> Self.chunkBits)][Self.place(of: node)] = newValue }
  }

  private static func place(of node: UInt32) -> Int { Int(node & (1 << chunkBits - 1)) }

  /// Merges two heaps along their right sides, and swaps the sides of each node on the way.
  private mutating func merge(_ one: UInt32, _ other: UInt32) -> UInt32 {
    guard one != Self.none, other != Self.none else { return one | other }
    let isOneLarger = self[one].hash >= self[other].hash
    let top = isOneLarger ? one : other
    var other = isOneLarger ? other : one
    var node = top
    var right = swapSides(of: node)
    while right != Self.none {
      if self[right].hash < self[other].hash { swap(&right, &other) }
      self[node].left = right
      node = right
      right = swapSides(of: node)
    }
    self[node].left = other
    return top
  }

  /// Puts the left side to the right, and gives what was there.
  private mutating func swapSides(of node: UInt32) -> UInt32 {
    let right = self[node].right
    self[node].right = self[node].left
    return right
  }
}
