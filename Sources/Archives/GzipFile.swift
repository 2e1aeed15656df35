internal import CArchive
internal import CZlib
internal import Glibc

/// A file packed with gzip, unpacked for libarchive, whose own filter passes over the checksum
/// (RFC 1952 section 2.3.1) up to version 3.7.
@safe final class GzipFile {
  private static let blockSize = 1 << 17

  private let file: gzFile
  private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
  /// What is wrong with the bytes, once that was seen.
  private(set) var fault: String?

  /// Opens the file at `path`; `nil` where it is not packed so, or can't be read.
  init?(_ path: String) {
    guard Self.isGzip(path), let file = unsafe gzopen(path, "rb") else {
      unsafe block.deallocate()
      return nil
    }
    unsafe self.file = unsafe file
    unsafe gzbuffer(file, UInt32(Self.blockSize))
  }

  deinit {
    unsafe gzclose(file)
    unsafe block.deallocate()
  }

  /// RFC 1952 section 2.3.1: ID1 and ID2.
  private static func isGzip(_ path: String) -> Bool {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start: (UInt8, UInt8) = (0, 0)
    return unsafe pread(descriptor, &start, 2, 0) == 2 && start == (0x1F, 0x8B)
  }

  /// Makes `handle` read from here; the caller keeps this as long as the handle.
  func open(_ handle: OpaquePointer) -> CInt {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    return unsafe archive_read_open(handle, context, nil, Self.read, nil)
  }

  private static let read:
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeRawPointer?>?
    ) -> la_ssize_t = { _, context, bytes in
      guard let context = unsafe context else { return -1 }
      let file = unsafe Unmanaged<GzipFile>.fromOpaque(context).takeUnretainedValue()
      let count = file.readBlock()
      unsafe bytes?.pointee = UnsafeRawPointer(file.block.baseAddress)
      return count
    }

  /// Unpacks what fits into the block; 0 is the end, and -1 a fault.
  private func readBlock() -> Int {
    let count = unsafe gzread(file, block.baseAddress, UInt32(block.count))
    if count > 0 { return Int(count) }
    var code: CInt = 0
    let text = unsafe gzerror(file, &code).map { unsafe String(cString: $0) } ?? ""
    if count == 0, code == Z_OK || code == Z_STREAM_END { return 0 }
    // zlib puts the path and a colon in front.
    let reason = text.split(separator: ": ").last.map(String.init) ?? "can't be unpacked"
    fault = code == Z_BUF_ERROR ? "ends too early" : reason
    return -1
  }

  /// Unpacks what is left, so that the checksum at the end is looked at.
  func drain() { while readBlock() > 0 {} }
}
