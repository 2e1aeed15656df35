internal import Glibc

/// Rows of an extension under the identifiers that they name, in one piece of memory.
///
/// A row is eight bytes for the position of the row of the same hash before it, the identifier
/// behind its length, and a compact row. A table of hashes leads to the last row of each.
@safe struct RowStore: ~Copyable {
  /// Before the first row, so that no row has the position 0.
  private static let firstPosition = 8
  /// What a row takes at most beside its own bytes and those of its identifier.
  private static let overhead = 18
  /// In the first eight bytes of a row that was found.
  private static let foundBit = 1 << 62

  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 20
  private var end = firstPosition
  private var table = PositionTable()
  private let hash = IdentifierHash()

  /// How many rows there are.
  private(set) var count = 0
  /// How many of them were found by `find`.
  private(set) var found = 0

  init() { unsafe bytes = Self.resize(nil, to: capacity) }

  deinit { unsafe free(bytes) }

  /// How many bytes of memory are in use.
  var size: Int { end + table.size }

  /// How many bytes of memory would be in use with another row of these lengths.
  func size(withRowOf idCount: Int, _ rowCount: Int) -> Int {
    end + Self.overhead + idCount + rowCount + table.largestSize
  }

  /// Forgets all rows.
  mutating func removeAll() {
    (end, count, found) = (Self.firstPosition, 0, 0)
    table.removeAll()
  }

  /// Adds a compact row under an identifier.
  mutating func add(_ id: borrowing JSONBuffer, row: borrowing JSONBuffer) {
    reserve(Self.overhead + id.count + row.count)
    let last = unsafe table.replace(hash(id.bytes), with: end)
    unsafe UnsafeMutableRawPointer(bytes + end).storeBytes(of: last, as: Int.self)
    end += 8
    writeLength(id.count)
    unsafe memcpy(bytes + end, id.start, id.count)
    unsafe memcpy(bytes + end + id.count, row.start, row.count)
    end += id.count + row.count
    count += 1
  }

  private mutating func writeLength(_ length: Int) {
    var rest = length
    while rest >= 0x80 {
      unsafe bytes[end] = UInt8(rest & 0x7F) | 0x80
      rest >>= 7
      end += 1
    }
    unsafe bytes[end] = UInt8(rest)
    end += 1
  }

  private mutating func reserve(_ extra: Int) {
    if end + extra + JSONBuffer.overhang <= capacity { return }
    capacity = max(capacity + capacity / 2, end + extra + JSONBuffer.overhang)
    unsafe bytes = Self.resize(bytes, to: capacity)
  }

  /// `realloc` moves pages instead of bytes where the piece is large.
  private static func resize(
    _ bytes: UnsafeMutablePointer<UInt8>?, to count: Int
  ) -> UnsafeMutablePointer<UInt8> {
    guard let memory = unsafe realloc(bytes, count) else { fatalError("out of memory") }
    return unsafe memory.assumingMemoryBound(to: UInt8.self)
  }

  /// Puts the positions of an identifier's rows into `positions`, the first row first.
  mutating func find(_ id: borrowing JSONBuffer, into positions: inout [Int]) {
    positions.removeAll(keepingCapacity: true)
    var position = unsafe table.position(of: hash(id.bytes))
    while position != 0 {
      let start = unsafe UnsafeMutableRawPointer(bytes + position)
      let link = unsafe start.loadUnaligned(as: Int.self)
      if unsafe hasIdentifier(id.bytes, at: position) {
        positions.append(position)
        if link & Self.foundBit == 0 { found += 1 }
        unsafe start.storeBytes(of: link | Self.foundBit, as: Int.self)
      }
      position = link & ~Self.foundBit
    }
    positions.reverse()
  }

  private func hasIdentifier(_ id: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    var next = unsafe UnsafePointer(bytes + position + 8)
    let count = unsafe CompactRow.take(&next)
    guard count == id.count, let start = id.baseAddress else { return false }
    return unsafe memcmp(next, start, count) == 0
  }

  /// The compact row at a position.
  @unsafe
  func row(at position: Int) -> UnsafePointer<UInt8> {
    var next = unsafe UnsafePointer(bytes + position + 8)
    let count = unsafe CompactRow.take(&next)
    return unsafe next + count
  }
}
