internal import CSIMD
internal import Glibc

/// Finds where the cells of a row end, 64 bytes at a time.
///
/// Of each cell it keeps the offset behind its last byte, counted from the row's start, and
/// whether some byte in it is not simply copied: one that JSON escapes, one of a wide
/// character, a quote.
@safe struct RowSplitter: ~Copyable {
  /// What came of a look at a row.
  enum Outcome { case whole, needsMore, tooWide }

  private static let limit = TableDescriptor.maximumColumns
  private static let specialBit: UInt32 = 1 << 31

  private(set) var dialect: Dialect
  /// What stands for no enclosure: in rows of text a NUL is as rare as can be.
  private let enclosure: UInt8
  private let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: limit + 128)
  /// The last cell that is wanted.
  private let last: Int
  /// How many cells the row has.
  private(set) var count = 0
  /// The row's bytes with its terminator.
  private(set) var length = 0
  /// How far the row was looked at, and what is to be remembered of it.
  private var looked = 0
  private var isSpecial = false
  private var hasEnclosure = false
  /// How many bytes of a quoted row were looked at in vain.
  private var tried = 0
  /// How many cells a row is known to have.
  var expected = 0
  /// In so many bytes from the row's start no quote closes a cell that goes over a line end.
  var barren = 0
  /// Whether a quoted cell goes on to the end of the member.
  var isUnclosed = false
  /// Whether a quote that opens a cell was taken for text.
  var isStray = false

  /// Behind the cell `last` of a row further ones may not be told apart.
  init(_ dialect: Dialect, upTo last: Int = .max) {
    self.dialect = dialect
    enclosure = dialect.enclosure ?? 0
    // A quote may hide a terminator, wherever it is.
    self.last = dialect.enclosure == nil ? last : .max
  }

  deinit { unsafe ends.deallocate() }

  /// The offset of a cell's first byte.
  @inline(__always)
  func start(of cell: Int) -> Int { cell == 0 ? 0 : end(of: cell - 1) + 1 }

  /// The offset behind a cell's last byte.
  @inline(__always)
  func end(of cell: Int) -> Int { unsafe Int(ends[cell] & ~Self.specialBit) }

  /// Whether a cell has bytes that are not simply copied.
  @inline(__always)
  func isSpecial(_ cell: Int) -> Bool { unsafe ends[cell] & Self.specialBit != 0 }

  /// Whether all that the row has is one empty cell.
  var isBlank: Bool { count == 1 && end(of: 0) == 0 }

  /// Takes the blank lines behind a blank row for a part of it: there may be very many.
  mutating func passOverBlanks(in window: borrowing RowWindow) {
    while length < window.available, unsafe window.row[length] == dialect.terminator {
      length += 1
    }
  }

  /// Begins with another member, whose rows end as it shows itself.
  mutating func begin(_ terminator: UInt8) {
    dialect.terminator = terminator
    begin()
    barren = 0
  }

  /// Begins with another row.
  mutating func begin() {
    barren = max(0, barren - length)
    (count, length, looked, tried) = (0, 0, 0, 0)
    (isSpecial, hasEnclosure, isUnclosed, isStray) = (false, false, false, false)
  }

  /// Looks on at the row at the start of `window`.
  mutating func split(_ window: borrowing RowWindow) -> Outcome {
    if !isQuoted {
      let outcome = unsafe find(in: window.row, window.available, isAll: window.isAtEnd)
      if !isQuoted || outcome == .tooWide { return outcome }
    }
    // Each time twice as many, so that a long row is not looked at again and again.
    if window.available < 2 * tried, !window.isAtEnd { return .needsMore }
    tried = window.available
    return unsafe findQuoted(in: window.row, window.available, isAll: window.isAtEnd)
  }

  /// Whether a quote was seen that may hide a delimiter.
  private var isQuoted: Bool { hasEnclosure && dialect.enclosure != nil }

  private mutating func find(
    in row: UnsafePointer<UInt8>, _ available: Int, isAll: Bool
  ) -> Outcome {
    while looked < available {
      if count > Self.limit { return .tooWide }
      var masks = unsafe cells_look(row + looked, dialect.delimiter, dialect.terminator, enclosure)
      let rest = available - looked
      var valid: UInt64 = rest < 64 ? (1 << UInt64(rest)) - 1 : ~0
      let terminator = masks.terminator & valid
      // All bits up to the lowest.
      if terminator != 0 { valid = terminator ^ (terminator &- 1) }
      masks.separator &= valid
      masks.special &= valid
      if masks.enclosure & valid != 0 { hasEnclosure = true }
      note(masks)
      if terminator != 0 {
        length = looked + terminator.trailingZeroBitCount + 1
        unsafe dropReturn(row)
        return .whole
      }
      looked += min(64, rest)
      if count > last { unsafe passOverCells(row, available) }
    }
    guard isAll else { return .needsMore }
    unsafe endLast(row, available)
    return .whole
  }

  /// Looks on for nothing but the terminator.
  private mutating func passOverCells(_ row: UnsafePointer<UInt8>, _ available: Int) {
    let found = unsafe memchr(row + looked, Int32(dialect.terminator), available - looked)
    let start = unsafe UnsafeRawPointer(row)
    looked = unsafe found.map { unsafe UnsafeRawPointer($0) - start } ?? available
  }

  @inline(__always)
  private mutating func note(_ masks: cell_masks) {
    var (separators, special) = (masks.separator, masks.special)
    var isSpecial = isSpecial
    var count = count
    while separators != 0 {
      let bit = separators.trailingZeroBitCount
      let below = (separators & (0 &- separators)) &- 1
      let flag = isSpecial || special & below != 0
      unsafe ends[count] = UInt32(truncatingIfNeeded: looked + bit) | (flag ? Self.specialBit : 0)
      special &= ~below
      isSpecial = false
      count += 1
      separators &= separators &- 1
    }
    self.count = count
    self.isSpecial = isSpecial || special != 0
  }

  /// Forgets the cells that were found without a thought of quotes.
  mutating func restart() { count = 0 }

  /// Whether there are more cells than a table may have.
  var isFull: Bool { count > Self.limit }

  /// Adds a cell that is not simply copied.
  mutating func append(end: Int) {
    unsafe ends[count] = UInt32(end) | Self.specialBit
    count += 1
  }

  /// Ends a row of `length` bytes.
  mutating func finish(_ row: UnsafePointer<UInt8>, length: Int) {
    self.length = length
    unsafe dropReturn(row)
  }

  /// The last row of a member needs no terminator.
  private mutating func endLast(_ row: UnsafePointer<UInt8>, _ available: Int) {
    unsafe ends[count] = UInt32(available) | (isSpecial ? Self.specialBit : 0)
    count += 1
    length = available
    unsafe dropReturn(row)
  }

  /// CRLF ends a line as LF does.
  private mutating func dropReturn(_ row: UnsafePointer<UInt8>) {
    let last = count - 1
    let (start, end) = (start(of: last), end(of: last))
    if dialect.terminator == 0x0A, end > start, unsafe row[end - 1] == 0x0D {
      unsafe ends[last] -= 1
    }
  }
}
