internal import Glibc

/// Bytes of one allocation: read ones at the front, free ones behind.
///
/// Behind the capacity lie `overhang` more bytes that may be read though they mean nothing, so that a
/// scanner can look at 64 bytes at a time up to the last.
@safe struct RawBuffer: ~Copyable {
  static let overhang = 64

  private var storage: UnsafeMutableRawPointer
  private(set) var capacity: Int
  private var start = 0
  private var end = 0

  init(capacity: Int) {
    unsafe storage = Self.allocate(capacity)
    self.capacity = capacity
  }

  deinit { unsafe storage.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutableRawPointer {
    let storage = UnsafeMutableRawPointer.allocate(
      byteCount: capacity + overhang, alignment: 64)
    unsafe (storage + capacity).initializeMemory(as: UInt8.self, repeating: 0, count: overhang)
    return unsafe storage
  }

  /// How many bytes are there to be consumed.
  var count: Int { end - start }

  /// The bytes to be consumed.
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: storage + start, count: count)
  }

  /// The room behind them.
  var free: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
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
    unsafe memcpy(storage + end, source, bytes.count)
    end += bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if end == capacity { reserve(1) }
    unsafe storage.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
    end += 1
  }

  /// Makes room for `extra` more bytes: by moving to the front, else by doubling.
  mutating func reserve(_ extra: Int) {
    let wanted = count + extra
    if wanted > capacity {
      capacity = max(wanted, 2 * capacity)
      let larger = unsafe Self.allocate(capacity)
      unsafe memcpy(larger, storage + start, count)
      unsafe storage.deallocate()
      unsafe storage = larger
    } else if start > 0 {
      unsafe memmove(storage, storage + start, count)
    }
    (start, end) = (0, count)
  }
}
