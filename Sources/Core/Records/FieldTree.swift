/// The fields that a tool wants to see, as a tree of names: what a scanner follows down
/// into a record.
struct FieldTree {
  /// A name to look for in an object.
  struct Node {
    let name: [UInt8]
    /// The last bytes of `"name`, and where they count, to be compared in one step.
    let tail: UInt64
    let tailMask: UInt64
    var children: [Int] = []

    init(name: String) {
      self.name = Array(name.utf8)
      let quoted = [UInt8(ascii: "\"")] + self.name
      let last = quoted.suffix(8)
      tail = last.reversed().reduce(0) { $0 << 8 | UInt64($1) } << (64 - 8 * UInt64(last.count))
      tailMask = ~0 << (64 - 8 * UInt64(last.count))
    }
  }

  /// Of an object without a wanted name.
  static let nowhere = -1
  /// The record itself.
  static let root = 0

  private(set) var nodes = [Node(name: "")]

  /// The node at the end of `path`, made where it is not there yet.
  mutating func insert(_ path: FieldPath) -> Int {
    path.names.reduce(Self.root) { child(of: $0, named: $1) }
  }

  private mutating func child(of parent: Int, named name: String) -> Int {
    let bytes = Array(name.utf8)
    if let known = nodes[parent].children.first(where: { nodes[$0].name == bytes }) {
      return known
    }
    nodes.append(Node(name: name))
    nodes[parent].children.append(nodes.count - 1)
    return nodes.count - 1
  }
}
