/// The fields that a tool wants to see, as a tree of names: what is followed down into a
/// record.
struct FieldTree {
  /// A name to look for in an object.
  ///
  /// It holds no reference, so that looking costs no count.
  struct Node: BitwiseCopyable {
    /// Where the name stands among all names.
    let nameStart: Int
    let nameCount: Int
    /// The last bytes of `"name`, and which of them count, to be compared in one step.
    let tail: UInt64
    let tailMask: UInt64
    /// How the names of the children end: see `FieldTree.ending`.
    var endings: UInt64 = 0
    var firstChild = FieldTree.nowhere
    var nextSibling = FieldTree.nowhere
  }

  /// The node of an object without a wanted name.
  static let nowhere = -1
  /// The node of the record itself.
  static let root = 0

  private(set) var nodes: [Node] = []
  /// The UTF-8 of all names.
  private(set) var names: [UInt8] = []

  init() { append("") }

  /// The node at the end of `path`, made where it is not there yet.
  mutating func insert(_ path: FieldPath) -> Int {
    path.names.reduce(Self.root) { child(of: $0, named: $1) }
  }

  private mutating func child(of parent: Int, named name: String) -> Int {
    var child = nodes[parent].firstChild
    while child != Self.nowhere {
      if self.name(of: child).elementsEqual(name.utf8) { return child }
      child = nodes[child].nextSibling
    }
    append(name)
    nodes[nodes.count - 1].nextSibling = nodes[parent].firstChild
    nodes[parent].endings |= name.isEmpty ? ~0 : Self.ending(nodes[nodes.count - 1].tail)
    nodes[parent].firstChild = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func append(_ name: String) {
    let quoted = [UInt8(ascii: "\"")] + name.utf8
    let last = quoted.suffix(8)
    let unused = UInt64(64 - 8 * last.count)
    let tail = last.reversed().reduce(0) { $0 << 8 | UInt64($1) } << unused
    nodes.append(
      Node(
        nameStart: names.count, nameCount: name.utf8.count, tail: tail,
        tailMask: Self.needsEscape(name) ? 0 : ~0 << unused))
    names.append(contentsOf: name.utf8)
  }

  /// One of 64 bits, by the last two of the bytes of `"name`: most names that are not wanted
  /// end like none that is.
  @inline(__always)
  static func ending(_ lastBytes: UInt64) -> UInt64 {
    let (last, before) = (lastBytes >> 56, lastBytes >> 48 & 0xFF)
    return 1 << ((last ^ before << 3) & 63)
  }

  /// Whether the name can only be written with an escape: then no tail is ever equal.
  private static func needsEscape(_ name: String) -> Bool {
    name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
  }

  /// The UTF-8 of a node's name.
  func name(of node: Int) -> ArraySlice<UInt8> {
    names[nodes[node].nameStart..<nodes[node].nameStart + nodes[node].nameCount]
  }
}
