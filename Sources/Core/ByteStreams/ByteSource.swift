/// Bytes in: a descriptor and, where the bytes say so themselves, a decoder.
///
/// zstd and gzip are told by their first bytes, so that `cat x.zst | tool` works like
/// `tool x.zst`.
struct ByteSource: ~Copyable {
  /// Whether this is a file on a disk, not a pipe.
  let isRegularFile: Bool
  private let descriptor: Descriptor
  /// `nil` until the first bytes were seen.
  private var format: CompressionFormat?
  private var decoding = Decoding.none
  /// Encoded bytes that were read and not yet decoded.
  private var pending: RawBuffer
  /// Whether the decoder may hold decoded bytes that did not fit.
  private var hasMore = false

  init(_ descriptor: consuming Descriptor) {
    descriptor.expectBulk()
    isRegularFile = descriptor.isRegularFile
    self.descriptor = descriptor
    self.pending = RawBuffer(capacity: 0)
  }

  var name: String { descriptor.name }

  /// Whether a read would return at once.
  var isReady: Bool { pending.count > 0 || hasMore || descriptor.isReady }

  var descriptorNumber: Int32 { descriptor.number }

  /// Waits until a read would return at once.
  func wait() {
    if !isReady { descriptor.waitForInput() }
  }

  /// Reads at least one byte, at most as many as fit; 0 is the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    switch format {
    case nil: try unsafe readFirst(into: buffer)
    case .some(.none): try unsafe descriptor.read(into: buffer)
    case .gzip, .zstd: try unsafe decode(into: buffer)
    }
  }

  /// Reads until the first bytes tell what follows; a plain `{` tells at once.
  private mutating func readFirst(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(StreamError) -> Int {
    var count = 0
    while true {
      let free = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let read = try unsafe descriptor.read(into: free)
      count += read
      let first = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
      guard let format = unsafe CompressionFormat(firstBytes: first, isAll: read == 0) else {
        continue
      }
      self.format = format
      decoding = try Decoding(format, name: name)
      if format == .none { return count }
      pending = RawBuffer(capacity: 1 << 17)
      unsafe pending.append(first)
      return try unsafe decode(into: buffer)
    }
  }

  private mutating func decode(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(StreamError) -> Int {
    while true {
      if pending.count == 0, !hasMore {
        let read = try unsafe descriptor.read(into: pending.free)
        if read == 0 {
          try decoding.checkEnd(name: name)
          return 0
        }
        pending.commit(read)
      }
      let step = try unsafe decoding.decode(pending.bytes, into: buffer, name: name)
      pending.consume(step.consumed)
      hasMore = step.produced == buffer.count
      if step.produced > 0 { return step.produced }
    }
  }
}
