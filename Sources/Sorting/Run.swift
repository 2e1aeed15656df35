internal import ByteStreams

/// Lines in their order, put by in blocks.
struct Run {
  /// A block is as large as this where no line in it is larger.
  private static let blockSize = 1 << 15

  let spool: BlockSpool
  let blocks: [BlockSpool.Block]

  /// Puts all of `lines` by.
  init(of lines: inout SortedLines, in spool: BlockSpool) throws(StreamError) {
    self.spool = spool
    var blocks = [BlockSpool.Block]()
    var gathered = SortBlock(capacity: Self.blockSize)
    while let line = try lines.next() {
      let size = SortEntry.size(of: line.key.count, line.bytes.count)
      if gathered.count > 0, gathered.bytes.count + size > Self.blockSize {
        blocks.append(try Self.put(gathered, in: spool))
        gathered.removeAll()
      }
      gathered.append(line.bytes.span, key: line.key)
    }
    if gathered.count > 0 { blocks.append(try Self.put(gathered, in: spool)) }
    self.blocks = blocks
  }

  private static func put(
    _ block: borrowing SortBlock, in spool: BlockSpool
  ) throws(StreamError) -> BlockSpool.Block {
    let bytes = block.bytes.span
    return try unsafe bytes.withUnsafeBytes { bytes throws(StreamError) in
      try unsafe spool.append(bytes)
    }
  }
}
