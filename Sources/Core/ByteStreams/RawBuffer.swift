internal import Glibc

/// Bytes of one allocation: read ones at the front, free ones behind.
///
/// Behind the capacity lie `overhang` more bytes that may be read (never used), so that a
/// scanner can look at 64 bytes at a time up to the last.
@safe struct RawBuffer: ~Copyable {
  static let overhang = 64

  private var storage: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  init(capacity: Int) {
    unsafe storage = Self.allocate(capacity)
  }

  deinit { unsafe storage.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutableRawBufferPointer {
    let storage = UnsafeMutableRawBufferPointer.allocate(
      byteCount: capacity + overhang, alignment: 64)
    unsafe (storage.baseAddress! + capacity).initializeMemory(
      as: UInt8.self, repeating: 0, count: overhang)
    return unsafe storage
  }

  var capacity: Int { unsafe storage.count - Self.overhang }

  /// How many bytes are there to be consumed.
  var count: Int { end - start }

  /// The bytes to be consumed.
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: storage[start..<end])
  }

  /// The room behind them.
  var free: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: storage[end..<capacity])
  }

  mutating func commit(_ count: Int) { end += count }

  mutating func consume(_ count: Int) {
    start += count
    if start == end { removeAll() }
  }

  mutating func removeAll() {
    start = 0
    end = 0
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if capacity - end < bytes.count { reserve(bytes.count) }
    guard let source = bytes.baseAddress else { return }
    unsafe memcpy(storage.baseAddress! + end, source, bytes.count)
    end += bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if end == capacity { reserve(1) }
    unsafe storage[end] = byte
    end += 1
  }

  /// Makes room for `extra` more bytes: by moving to the front, else by doubling.
  mutating func reserve(_ extra: Int) {
    let wanted = count + extra
    if wanted > capacity {
      let larger = unsafe Self.allocate(max(wanted, 2 * capacity))
      unsafe larger.copyMemory(from: bytes)
      unsafe storage.deallocate()
      unsafe storage = larger
    } else if start > 0 {
      unsafe memmove(storage.baseAddress!, storage.baseAddress! + start, count)
    }
    (start, end) = (0, count)
  }
}
