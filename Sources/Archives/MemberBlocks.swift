internal import CArchive

/// The bytes of the present entry, in blocks as libarchive unpacks them.
///
/// `archive_read_data` fills a buffer out of several blocks and gives nothing of it where the
/// last one is faulty; here all bytes come out before the fault is told.
@safe final class MemberBlocks {
  /// What comes behind the present block.
  private enum Following { case unknown, end, fault }

  /// How often a call that asks for it is repeated.
  private static let retries = 3

  private let handle: OpaquePointer
  /// What is left of the present block, which libarchive lends.
  private var rest = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where that begins in the member, and how far the member was read.
  private var start: Int64 = 0
  private var position: Int64 = 0
  private var following = Following.unknown

  init(_ handle: OpaquePointer) { unsafe self.handle = unsafe handle }

  /// Begins with another entry.
  func begin() {
    unsafe rest = UnsafeRawBufferPointer(start: nil, count: 0)
    (start, position, following) = (0, 0, .unknown)
  }

  /// Reads as many bytes as there are in the present block and fit; 0 is the end, and `nil` a
  /// fault that libarchive knows the reason of.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while unsafe rest.isEmpty && position == start {
      switch following {
      case .unknown: readBlock()
      case .end: return 0
      case .fault: return nil
      }
    }
    let count = unsafe position < start ? fillGap(buffer) : copy(to: buffer)
    position += Int64(count)
    return count
  }

  private func copy(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = unsafe min(buffer.count, rest.count)
    unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
    unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    start += Int64(count)
    return count
  }

  /// Bytes that a sparse file does not store are zeros.
  private func fillGap(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = Int(min(Int64(buffer.count), start - position))
    for index in 0..<count { unsafe buffer[index] = 0 }
    return count
  }

  /// A warning, which tells a wrong checksum or size, comes with the last block.
  private func readBlock() {
    var bytes: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    var code = ARCHIVE_RETRY
    for _ in 0...Self.retries where code == ARCHIVE_RETRY {
      code = unsafe archive_read_data_block(handle, &bytes, &count, &offset)
    }
    following = code == ARCHIVE_OK ? .unknown : code == ARCHIVE_EOF ? .end : .fault
    if code < ARCHIVE_WARN { return }
    unsafe rest = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    start = max(offset, position)
  }
}
