internal import ByteStreams

/// The place in a run up to which it was taken; there is always a present line.
final class RunCursor {
  /// What is still to come.
  private enum Rest {
    /// The other lines of `bytes` begin here.
    case lines(ArraySlice<Int>)
    /// Those of `bytes` lie one after the other; then come these blocks.
    case blocks(ArraySlice<BlockSpool.Block>, of: BlockSpool)
  }

  private var bytes: [UInt8]
  private var offset: Int
  private var rest: Rest

  /// At the first line of a sorted block; `nil` where it has none.
  init?(_ block: SortBlock) {
    guard let first = block.offsets.first else { return nil }
    bytes = block.bytes
    offset = first
    rest = .lines(block.offsets.dropFirst())
  }

  /// At the first line of a run, which has one.
  init(_ run: Run) throws(StreamError) {
    bytes = []
    offset = 0
    rest = .blocks(run.blocks[...], of: run.spool)
    _ = try readBlock()
  }

  /// Goes to the next line; `false` where there is none.
  func advance() throws(StreamError) -> Bool {
    if case .lines(var offsets) = rest {
      guard let next = offsets.popFirst() else { return false }
      offset = next
      rest = .lines(offsets)
      return true
    }
    offset += unsafe bytes.withUnsafeBytes { unsafe SortEntry(in: $0, at: offset).size }
    if offset < bytes.count { return true }
    return try readBlock()
  }

  private func readBlock() throws(StreamError) -> Bool {
    guard case .blocks(var blocks, let spool) = rest, let block = blocks.popFirst() else {
      return false
    }
    rest = .blocks(blocks, of: spool)
    bytes = try Self.bytes(of: block, in: spool)
    offset = 0
    return true
  }

  private static func bytes(
    of block: BlockSpool.Block, in spool: BlockSpool
  ) throws(StreamError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: block.count)
    var span = bytes.mutableSpan
    try unsafe span.withUnsafeMutableBytes { bytes throws(StreamError) in
      try unsafe spool.read(block, into: bytes)
    }
    return bytes
  }

  /// Whether its line comes before that of another.
  func precedes(_ other: RunCursor) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe other.bytes.withUnsafeBytes { others in
        unsafe SortEntry(in: bytes, at: offset).precedes(SortEntry(in: others, at: other.offset))
      }
    }
  }

  /// The present line.
  var line: SortedLine {
    unsafe bytes.withUnsafeBytes { bytes in
      let entry = unsafe SortEntry(in: bytes, at: offset)
      return unsafe SortedLine(key: Array(entry.key), bytes: Array(entry.line))
    }
  }
}
