internal import ByteStreams

/// The place in a list of entries up to which it was read.
final class EntryReader {
  private let spool: BlockSpool
  private var following: ArraySlice<BlockSpool.Block>
  private var block = JSONBuffer(capacity: 0)
  private var next = 0

  /// - Precondition: the writing of `list` is ended.
  init(_ list: EntryList) {
    spool = list.spool
    following = list.blocks[...]
  }

  /// The next entry, lent until another is asked for; `nil` at the end.
  ///
  /// Behind it lie `JSONBuffer.overhang` bytes that may be read.
  func take() throws(StreamError) -> Entry? {
    if next == block.count, try !readBlock() { return nil }
    var place = unsafe UnsafePointer(block.start + next)
    let entry = unsafe Entry.take(&place)
    next = unsafe place - UnsafePointer(block.start)
    return entry
  }

  private func readBlock() throws(StreamError) -> Bool {
    guard let following = following.popFirst() else { return false }
    block.removeAll()
    try unsafe block.append(following.count) { bytes throws(StreamError) in
      try unsafe spool.read(following, into: bytes)
    }
    next = 0
    return true
  }
}
