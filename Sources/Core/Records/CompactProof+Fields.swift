extension CompactProof {
  /// Follows the names of one block down the tree, and notes where wanted values begin.
  @inline(__always)
  mutating func follow(
    _ block: Block, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    // Where no name is wanted any more, only braces matter.
    let colons = place.isWanted || block.opens | block.closes != 0 ? block.colons : 0
    if colons == 0, block.colons != 0 { place.next = FieldTree.nowhere }
    var tokens = colons | block.opens | block.closes
    while tokens != 0 {
      let bit = tokens & (0 &- tokens)
      let offset = block.start + tokens.trailingZeroBitCount
      tokens ^= bit
      if colons & bit != 0 {
        look(before: offset, tree, &found)
      } else if block.opens & bit != 0 {
        guard open(at: offset, tree, found) else { return false }
      } else {
        guard close(at: offset, tree, &found) else { return false }
      }
    }
    return true
  }

  /// Looks at a colon: whether the name before it is wanted here.
  @inline(__always)
  private mutating func look(
    before colon: Int, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) {
    place.next = FieldTree.nowhere
    guard place.isWanted else { return }
    let node = Int(place.open[place.depth])
    let child = wantedChild(of: node, before: colon, tree)
    guard child != FieldTree.nowhere, found.note(child, at: colon + 1) else { return }
    place.next = child
    place.isWanted = Self.isWanted(node, tree, found)
  }

  /// Whether a child of the node was not found yet: of equal names the first counts.
  private static func isWanted(
    _ node: Int, _ tree: borrowing FieldTree, _ found: borrowing FoundFields
  ) -> Bool {
    guard node != FieldTree.nowhere else { return false }
    var child = tree.nodes[node].firstChild
    while child != FieldTree.nowhere {
      if found.first[child] < 0 { return true }
      child = tree.nodes[child].nextSibling
    }
    return false
  }

  @inline(__always)
  private func wantedChild(of node: Int, before colon: Int, _ tree: borrowing FieldTree) -> Int {
    let nodes = tree.nodes.span
    let last = lastBytes(before: colon - 1)
    if nodes[node].endings & FieldTree.ending(last) == 0 { return FieldTree.nowhere }
    var child = nodes[node].firstChild
    while child != FieldTree.nowhere {
      if last & nodes[child].tailMask == nodes[child].tail,
        nodes[child].nameCount < 8 || matches(nodes[child], before: colon, tree.names.span)
      {
        return child
      }
      child = nodes[child].nextSibling
    }
    return FieldTree.nowhere
  }

  /// The eight bytes before `offset`, the last one highest; zeros before the line.
  @inline(__always)
  private func lastBytes(before offset: Int) -> UInt64 {
    if offset >= 8 {
      let word = unsafe UnsafeRawPointer(bytes + offset - 8).loadUnaligned(as: UInt64.self)
      return UInt64(littleEndian: word)
    }
    var word: UInt64 = 0
    for index in 0..<offset { word |= unsafe UInt64(bytes[index]) << UInt64(8 * index) }
    return word << UInt64(64 - 8 * offset)
  }

  /// Whether `"name"` stands right before the colon.
  private func matches(
    _ node: FieldTree.Node, before colon: Int, _ names: borrowing Span<UInt8>
  ) -> Bool {
    let first = colon - 1 - node.nameCount
    guard first > 1, unsafe bytes[first - 1] == UInt8(ascii: "\"") else { return false }
    for index in 0..<node.nameCount {
      guard unsafe bytes[first + index] == names[node.nameStart + index] else { return false }
    }
    return true
  }

  func isScalar(at offset: Int) -> Bool {
    let line = unsafe UnsafeBufferPointer(start: bytes, count: count)
    guard offset < count, let end = unsafe try? Scalar.end(in: line.span, from: offset),
      end < count
    else { return false }
    return unsafe bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "}")
  }

  private mutating func open(
    at offset: Int, _ tree: borrowing FieldTree, _ found: borrowing FoundFields
  ) -> Bool {
    guard unsafe bytes[offset] == UInt8(ascii: "{"), place.depth < RecordScanner.maximumDepth
    else { return false }
    place.depth += 1
    place.open[place.depth] = Int32(place.next)
    place.isWanted = Self.isWanted(place.next, tree, found)
    return true
  }

  private mutating func close(
    at offset: Int, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    guard unsafe bytes[offset] == UInt8(ascii: "}"), place.depth > 0 else { return false }
    place.depth -= 1
    found.end = offset
    place.isWanted =
      place.depth > 0 && Self.isWanted(Int(place.open[place.depth]), tree, found)
    // After the record's own brace nothing may come.
    return place.depth > 0 || offset == count - 1
  }
}
