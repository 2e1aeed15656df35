internal import Glibc

/// A key and a value, lent by the memory in which they lie: there both lengths as in LEB128,
/// then the bytes of both.
@safe struct Entry {
  let key: UnsafeBufferPointer<UInt8>
  let value: UnsafeBufferPointer<UInt8>

  init(_ key: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    unsafe (self.key, self.value) = unsafe (key, value)
  }

  /// How many bytes it takes at most.
  var largestSize: Int { unsafe 2 * LEB128.largest + key.count + value.count }

  /// Whether its key has these bytes.
  func hasKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if unsafe key.count != bytes.count { return false }
    guard let start = unsafe key.baseAddress, let other = bytes.baseAddress else { return true }
    return unsafe memcmp(start, other, key.count) == 0
  }

  /// Reads an entry, and goes behind it.
  @unsafe
  static func take(_ next: inout UnsafePointer<UInt8>) -> Entry {
    let keyCount = unsafe LEB128.take(&next)
    let valueCount = unsafe LEB128.take(&next)
    let entry = unsafe Entry(
      UnsafeBufferPointer(start: next, count: keyCount),
      UnsafeBufferPointer(start: next + keyCount, count: valueCount))
    unsafe next += keyCount + valueCount
    return entry
  }

  /// Writes it where there is room, and goes behind it.
  @unsafe
  func write(at next: inout UnsafeMutablePointer<UInt8>) {
    unsafe LEB128.write(key.count, at: &next)
    unsafe LEB128.write(value.count, at: &next)
    unsafe Self.copy(key, to: &next)
    unsafe Self.copy(value, to: &next)
  }

  @unsafe
  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, to next: inout UnsafeMutablePointer<UInt8>
  ) {
    guard let source = bytes.baseAddress else { return }
    unsafe memcpy(next, source, bytes.count)
    unsafe next += bytes.count
  }
}
