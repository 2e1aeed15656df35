internal import Glibc

/// A line and its key, lent by the memory in which they lie: there the lengths of both, four
/// bytes each, then the bytes of both.
@safe struct SortEntry {
  private static let headerSize = 8

  let key: UnsafeRawBufferPointer
  let line: UnsafeRawBufferPointer

  /// The entry that begins at `offset`.
  @unsafe
  init(in bytes: UnsafeRawBufferPointer, at offset: Int) {
    let keyCount = unsafe Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    let lineCount = unsafe Int(bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
    let start = offset + Self.headerSize
    unsafe key = UnsafeRawBufferPointer(rebasing: bytes[start..<start + keyCount])
    unsafe line = UnsafeRawBufferPointer(
      rebasing: bytes[start + keyCount..<start + keyCount + lineCount])
  }

  /// How many bytes it takes.
  var size: Int { unsafe Self.size(of: key.count, line.count) }

  /// How many bytes an entry with so long a key and a line takes.
  static func size(of keyCount: Int, _ lineCount: Int) -> Int { headerSize + keyCount + lineCount }

  /// Whether it comes before another: by its key, then by its line.
  func precedes(_ other: SortEntry) -> Bool {
    let order = unsafe Self.compare(key, other.key)
    return unsafe order == 0 ? Self.compare(line, other.line) < 0 : order < 0
  }

  /// The corresponding C function is `memcmp`; of two of which one begins the other, the shorter
  /// comes first.
  private static func compare(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
  ) -> Int {
    let shared = min(one.count, other.count)
    if shared > 0, let start = one.baseAddress, let otherStart = other.baseAddress {
      let order = unsafe memcmp(start, otherStart, shared)
      if order != 0 { return Int(order) }
    }
    return one.count - other.count
  }
}
