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

  /// Looks at a colon: whether the name before it is wanted here.
  @inline(__always)
  private mutating func name(
    endingAt colon: Int, _ tree: borrowing FieldTree, _ found: inout FoundFields
  ) -> Bool {
    place.next = FieldTree.nowhere
    let node = Int(place.open[place.depth])
    if node != FieldTree.nowhere {
      let child = wantedChild(of: node, before: colon, tree)
      if child != FieldTree.nowhere, found.note(child, at: colon + 1) { place.next = child }
    }
    let first = unsafe bytes[colon + 1]
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "{") || isScalar(at: colon + 1)
  }

  @inline(__always)
  private func wantedChild(of node: Int, before colon: Int, _ tree: borrowing FieldTree) -> Int {
    let nodes = tree.nodes.span
    let last = lastBytes(before: colon - 1)
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

  private func isScalar(at offset: Int) -> Bool {
    let line = unsafe UnsafeBufferPointer(start: bytes, count: count)
    guard offset < count, let end = unsafe try? Scalar.end(in: line.span, from: offset),
      end < count
    else { return false }
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
