internal import ByteStreams

/// Entries in a spool, in the order in which they came.
final class EntryList {
  /// A block is as large as this where no entry in it is larger.
  static let blockSize = 1 << 15

  let spool: BlockSpool
  private(set) var blocks: [BlockSpool.Block] = []
  private var buffer = JSONBuffer(capacity: 0)
  private var firstKey: [UInt8] = []
  private var isMixed = false

  /// How many entries there are.
  private(set) var count = 0
  /// How many bytes they have.
  private(set) var size = 0
  /// The key of all entries, where they have the same.
  var onlyKey: [UInt8]? { count == 0 || isMixed ? nil : firstKey }

  init(in spool: BlockSpool) { self.spool = spool }

  /// Adds an entry.
  func append(_ entry: Entry) throws(StreamError) {
    if buffer.count + entry.largestSize > Self.blockSize { try writeBlock() }
    size -= buffer.count
    buffer.append(entry)
    size += buffer.count
    if !isMixed { unsafe note(entry.key) }
    count += 1
  }

  private func note(_ key: UnsafeBufferPointer<UInt8>) {
    if count == 0 { firstKey = unsafe Array(key) }
    isMixed = unsafe !key.elementsEqual(firstKey)
  }

  private func writeBlock() throws(StreamError) {
    if buffer.count == 0 { return }
    blocks.append(try unsafe spool.append(UnsafeRawBufferPointer(buffer.bytes)))
    buffer.removeAll()
  }

  /// Ends the writing.
  func finish() throws(StreamError) {
    try writeBlock()
    buffer = JSONBuffer(capacity: 0)
  }
}
