/// Blocks of bytes that are read again in any order, each packed on its own, in a
/// zstd-compressed temporary file without a name: it vanishes with the process.
///
/// However many lists the blocks make up, they share one encoder, one decoder and one file.
public final class BlockSpool {
  /// Where a block lies.
  public struct Block {
    fileprivate let offset: Int
    fileprivate let packedCount: UInt32
    private let blockCount: UInt32
    /// How many bytes it has.
    public var count: Int { Int(blockCount) }

    fileprivate init(offset: Int, packedCount: Int, count: Int) {
      self.offset = offset
      self.packedCount = UInt32(packedCount)
      blockCount = UInt32(count)
    }
  }

  private let descriptor: Descriptor
  private let coder = ZstdBlockCoder(level: ZstdEncoder.spoolLevel)
  private var packed = RawBuffer(capacity: 0)
  private var end = 0

  private init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// An empty spool under `TMPDIR` (`/tmp` where that is not set).
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func create() throws(StreamError) -> BlockSpool {
    BlockSpool(try Descriptor.unnamedTemporary(in: Spool.temporaryFolder))
  }

  /// Adds a block of less than 4 GiB.
  /// - Throws: `StreamError`.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(StreamError) -> Block {
    packed.removeAll()
    packed.reserve(ZstdBlockCoder.bound(bytes.count))
    let count = try unsafe coder.encode(bytes, into: packed.free, name: descriptor.name)
    packed.commit(count)
    try unsafe descriptor.write(all: packed.bytes)
    defer { end += count }
    return Block(offset: end, packedCount: count, count: bytes.count)
  }

  /// Puts the bytes of a block into `bytes`, which they fill.
  /// - Throws: `StreamError`.
  public func read(
    _ block: Block, into bytes: UnsafeMutableRawBufferPointer
  ) throws(StreamError) {
    packed.removeAll()
    packed.reserve(Int(block.packedCount))
    let part = unsafe UnsafeMutableRawBufferPointer(
      rebasing: packed.free[..<Int(block.packedCount)])
    try unsafe descriptor.read(all: part, at: block.offset)
    try unsafe coder.decode(
      UnsafeRawBufferPointer(part), into: bytes, name: descriptor.name)
  }
}
