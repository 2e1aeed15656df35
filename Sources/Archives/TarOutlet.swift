internal import ByteStreams
internal import CArchive
internal import Glibc

/// Where the bytes of a tar leave: libarchive writes headers and contents one by one, and here
/// they come together.
@safe final class TarOutlet {
  private static let capacity = 1 << 18
  /// From this many bytes on a piece is not copied.
  private static let large = 1 << 16

  let name: String
  /// What went wrong with the writing, once something did.
  private(set) var error: StreamError?
  private var sink: ByteSink?
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 64)
  private var count = 0

  init(_ sink: consuming ByteSink) {
    name = sink.name
    self.sink = consume sink
  }

  deinit { unsafe buffer.deallocate() }

  /// For `archive_write_open`; the caller keeps this as long as the handle.
  static let write:
    @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?, Int) -> la_ssize_t =
      { _, context, bytes, count in
        guard let context = unsafe context else { return -1 }
        let outlet = unsafe Unmanaged<TarOutlet>.fromOpaque(context).takeUnretainedValue()
        let isWritten = unsafe outlet.append(UnsafeRawBufferPointer(start: bytes, count: count))
        return isWritten ? count : -1
      }

  /// Whether the bytes could be taken; otherwise `error` says why not.
  private func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    do throws(StreamError) {
      let isLarge = bytes.count >= Self.large
      if isLarge || count + bytes.count > Self.capacity { try flush() }
      if isLarge {
        try unsafe sink?.write(bytes)
      } else if let source = bytes.baseAddress, let target = unsafe buffer.baseAddress {
        unsafe memcpy(target + count, source, bytes.count)
        count += bytes.count
      }
      return true
    } catch {
      self.error = error
      return false
    }
  }

  /// Writes what has come together; what fails is not tried again, as some may be written.
  func flush() throws(StreamError) {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
    count = 0
    if unsafe !bytes.isEmpty { try unsafe sink?.write(bytes) }
  }

  func finish() throws(StreamError) {
    try flush()
    try sink.take()?.finish()
  }
}
