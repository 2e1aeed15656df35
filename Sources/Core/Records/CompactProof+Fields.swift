extension CompactProof {
  /// Follows the names of one block down the tree, and notes where wanted values begin.
  @inline(__always)
  mutating func follow(
    _ block: Block, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    var tokens = block.colons | block.opens | block.closes
    while tokens != 0 {
      let bit = tokens & (0 &- tokens)
      let offset = block.start + tokens.trailingZeroBitCount
      tokens ^= bit
      if block.colons & bit != 0 {
        guard name(endingAt: offset, tree, &found) else { return false }
      } else if block.opens & bit != 0 {
        guard open(at: offset) else { return false }
      } else {
        guard close(at: offset, &found) else { return false }
      }
    }
    return true
  }

  /// A colon: is the name before it wanted here?
  @inline(__always)
  private mutating func name(
    endingAt colon: Int, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    place.next = FieldTree.nowhere
    let node = Int(place.open[place.depth])
    if node != FieldTree.nowhere {
      for child in tree.nodes[node].children where matches(tree.nodes[child], before: colon) {
        if found.note(child, at: colon + 1) { place.next = child }
      }
    }
    let first = unsafe bytes[colon + 1]
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "{") || isScalar(at: colon + 1)
  }

  /// Whether `"name"` stands right before the colon.
  @inline(__always)
  private func matches(_ node: borrowing FieldTree.Node, before colon: Int) -> Bool {
    let first = colon - 1 - node.name.count
    guard first > 1 else { return false }
    if colon >= 9 {
      let last = unsafe UnsafeRawPointer(bytes + colon - 9).loadUnaligned(as: UInt64.self)
      guard last & node.tailMask == node.tail else { return false }
      if node.name.count < 8 { return true }
    }
    guard unsafe bytes[first - 1] == UInt8(ascii: "\"") else { return false }
    return node.name.indices.allSatisfy { unsafe bytes[first + $0] == node.name[$0] }
  }

  private func isScalar(at offset: Int) -> Bool {
    let line = unsafe UnsafeBufferPointer(start: bytes, count: count)
    guard let end = unsafe try? Scalar.end(in: line.span, from: offset), end < count else {
      return false
    }
    return unsafe bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "}")
  }

  private mutating func open(at offset: Int) -> Bool {
    guard unsafe bytes[offset] == UInt8(ascii: "{"), place.depth < RecordScanner.maximumDepth
    else { return false }
    place.depth += 1
    place.open[place.depth] = Int32(place.next)
    return true
  }

  private mutating func close(at offset: Int, _ found: inout FoundFields) -> Bool {
    guard unsafe bytes[offset] == UInt8(ascii: "}"), place.depth > 0 else { return false }
    place.depth -= 1
    found.end = offset
    // After the record's own brace nothing may come.
    return place.depth > 0 || offset == count - 1
  }
}
