internal import Glibc

/// Bytes of JSON in the making, with room that is asked for once a row.
///
/// Copies move 16 bytes at a time and may run over both ends of what they copy; behind the
/// capacity lie as many bytes more.
@safe struct JSONBuffer: ~Copyable {
  /// How many bytes a short copy may read or write too far.
  static let overhang = 64

  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  /// How many U+FFFD were put in the place of bytes that are no UTF-8.
  var replacements = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    unsafe start = .allocate(capacity: capacity + Self.overhang)
  }

  deinit { unsafe start.deallocate() }

  mutating func removeAll() { count = 0 }

  mutating func truncate(to count: Int) { self.count = count }

  /// Makes room for `extra` more bytes.
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if capacity - count < extra { grow(extra) }
  }

  private mutating func grow(_ extra: Int) {
    capacity = max(2 * capacity, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.overhang)
    unsafe memcpy(larger, start, count)
    unsafe start.deallocate()
    unsafe start = larger
  }

  /// Appends a byte for which there is room.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    unsafe start[count] = byte
    count += 1
  }

  /// Appends a length for which there is room, as in LEB128.
  @inline(__always)
  mutating func append(length: Int) {
    var next = unsafe start + count
    unsafe LEB128.write(length, at: &next)
    count = unsafe next - start
  }

  /// Appends an entry, and makes room for it.
  mutating func append(_ entry: Entry) {
    reserve(entry.largestSize)
    var next = unsafe start + count
    unsafe entry.write(at: &next)
    count = unsafe next - start
  }

  /// Appends `length` bytes that `body` puts there.
  mutating func append<Failure>(
    _ length: Int, _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    reserve(length)
    try unsafe body(UnsafeMutableRawBufferPointer(start: start + count, count: length))
    count += length
  }

  /// Appends bytes for which there is room.
  /// - Precondition: behind `bytes` lie `overhang` more that may be read.
  @inline(__always)
  @unsafe
  mutating func append(padded bytes: UnsafePointer<UInt8>, _ length: Int) {
    let target = unsafe UnsafeMutableRawPointer(start + count)
    let source = unsafe UnsafeRawPointer(bytes)
    if length <= 64 {
      var offset = 0
      repeat {
        let piece = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        unsafe target.storeBytes(of: piece, toByteOffset: offset, as: SIMD16<UInt8>.self)
        offset += 16
      } while offset < length
    } else {
      unsafe memcpy(target, source, length)
    }
    count += length
  }

  /// Appends bytes, and makes room for them.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress else { return }
    unsafe memcpy(start + count, source, bytes.count)
    count += bytes.count
  }

  /// Appends the UTF-8 of a text as it is, and makes room for it.
  mutating func append(_ text: StaticString) {
    unsafe append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe append(bytes) }
  }

  /// The bytes so far.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: start, count: count)
  }

  /// The bytes so far, lent.
  var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let span = unsafe bytes.span
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The byte at `offset`.
  subscript(offset: Int) -> UInt8 {
    get { unsafe start[offset] }
    set { unsafe start[offset] = newValue }
  }
}
