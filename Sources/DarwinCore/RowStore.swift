internal import Glibc

/// Rows of an extension under the identifiers that they name, in one piece of memory.
///
/// A row is eight bytes for the position of the row of the same hash before it, and an entry of
/// its identifier and a compact row. A table of hashes leads to the last row of each.
@safe struct RowStore: ~Copyable {
  /// Before the first row, so that no row has the position 0.
  private static let firstPosition = 8
  /// What the position of another row takes.
  private static let linkSize = MemoryLayout<Int>.size
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

  /// How many bytes of memory would be in use at most while another row is added.
  func size(with row: Entry) -> Int { end + Self.linkSize + row.largestSize + table.largestSize }

  /// How many bytes of memory would be in use at most with all rows of a list.
  static func largestSize(of rows: EntryList) -> Int {
    firstPosition + linkSize * rows.count + rows.size + PositionTable.largestSize(of: rows.count)
  }

  /// Adds a compact row under an identifier.
  mutating func add(_ row: Entry) {
    reserve(Self.linkSize + row.largestSize)
    let last = unsafe table.replace(hash(row.key), with: end)
    unsafe UnsafeMutableRawPointer(bytes + end).storeBytes(of: last, as: Int.self)
    var next = unsafe bytes + end + Self.linkSize
    unsafe row.write(at: &next)
    end = unsafe next - bytes
    count += 1
  }

  /// Calls `body` with each row in the order in which they came.
  func forEach<Failure>(_ body: (Entry) throws(Failure) -> Void) throws(Failure) {
    var next = unsafe UnsafePointer(bytes + Self.firstPosition)
    while unsafe next < bytes + end {
      unsafe next += Self.linkSize
      try body(unsafe Entry.take(&next))
    }
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
  mutating func find(_ id: UnsafeBufferPointer<UInt8>, into positions: inout [Int]) {
    positions.removeAll(keepingCapacity: true)
    var position = unsafe table.position(of: hash(id))
    while position != 0 {
      let start = unsafe UnsafeMutableRawPointer(bytes + position)
      let link = unsafe start.loadUnaligned(as: Int.self)
      if unsafe row(at: position).hasKey(id) {
        positions.append(position)
        if link & Self.foundBit == 0 { found += 1 }
        unsafe start.storeBytes(of: link | Self.foundBit, as: Int.self)
      }
      position = link & ~Self.foundBit
    }
    positions.reverse()
  }

  /// The row at a position.
  func row(at position: Int) -> Entry {
    var next = unsafe UnsafePointer(bytes + position + Self.linkSize)
    return unsafe Entry.take(&next)
  }
}
