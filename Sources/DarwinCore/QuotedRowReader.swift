/// Reads the cells of one row in turn, of which some may be quoted.
@safe struct QuotedRowReader {
  /// What a cell does that goes over a line end.
  enum Reading {
    /// It ends the reading where it is doubtful.
    case wary
    /// It does.
    case cells
    /// Its quote is text, and it ends with the line.
    case lines
  }

  private let row: UnsafePointer<UInt8>
  private let available: Int
  private let isAll: Bool
  private let dialect: Dialect
  var reading = Reading.wary
  /// In so many bytes it is known that no quote closes a cell that goes over a line end.
  var barren = 0
  /// Where the next cell begins.
  private(set) var offset = 0
  /// Whether the last cell was the row's last.
  private(set) var isRowEnd = false
  /// Whether a cell went over a line end.
  private(set) var isOverLines = false
  /// Whether a cell that did so seems to have an opening quote in it, or is not closed.
  private(set) var isDoubtful = false
  /// Whether a cell is not closed before all bytes end.
  private(set) var isUnclosed = false
  /// Whether the quote of the last cell is text.
  private var isText = false

  init(_ row: UnsafePointer<UInt8>, _ available: Int, isAll: Bool, _ dialect: Dialect) {
    unsafe self.row = unsafe row
    self.available = available
    self.isAll = isAll
    self.dialect = dialect
  }

  /// Whether this line and the next, if there is one, have so many cells; `nil` where that is
  /// not yet there to be seen.
  ///
  /// At the very end an open last cell is rather one that was cut.
  mutating func areRows(of count: Int) -> Bool? {
    guard let first = countCells() else { return nil }
    if first != count { return false }
    if offset == available { return isAll ? !isText : nil }
    return countCells().map { $0 == count }
  }

  private mutating func countCells() -> Int? {
    var count = 0
    repeat {
      if nextEnd() == nil { return nil }
      count += 1
    } while !isRowEnd
    return count
  }

  /// Where the next cell ends; `nil` where that is doubtful or not yet there to be seen.
  mutating func nextEnd() -> Int? {
    isText = false
    if offset < available, unsafe row[offset] == dialect.enclosure {
      guard skipQuoted() else { return nil }
    }
    var end = offset
    while end < available, unsafe row[end] != dialect.delimiter && row[end] != dialect.terminator {
      end += 1
    }
    if end == available, !isAll { return nil }
    isRowEnd = unsafe end == available || row[end] == dialect.terminator
    offset = min(end + 1, available)
    return end
  }

  /// Goes behind the closing quote; without one the cell ends with the member.
  private mutating func skipQuoted() -> Bool {
    let start = offset
    var isOverLine = false
    offset += 1
    while offset < available {
      let byte = unsafe row[offset]
      if byte == dialect.terminator, !isOverLine {
        if reading == .lines { return takeAsText(from: start) }
        isOverLine = true
        isOverLines = true
        if offset < barren, !stopIfWary() { return false }
      }
      if byte != dialect.enclosure {
        offset += 1
      } else if unsafe offset + 1 < available && row[offset + 1] == dialect.enclosure {
        offset += 2
      } else {
        guard let isClosing = closes(at: offset + 1) else { return false }
        if !isClosing, isOverLine, opens(at: offset), !stopIfWary() { return false }
        offset += 1
        if isClosing { return true }
      }
    }
    guard isAll else { return false }
    isUnclosed = true
    return !isOverLine || stopIfWary()
  }

  private mutating func takeAsText(from start: Int) -> Bool {
    offset = start
    isText = true
    return true
  }

  /// Whether the reading goes on where it is doubtful.
  private mutating func stopIfWary() -> Bool {
    guard reading == .wary else { return true }
    isDoubtful = true
    return false
  }

  /// Whether a quote stands at the beginning of a cell.
  private func opens(at quote: Int) -> Bool {
    let last = unsafe row[quote - 1]
    return last == dialect.delimiter || last == dialect.terminator
  }

  /// Whether a quote in front of `next` closes its cell; `nil` where that is not yet there to
  /// be seen.
  private func closes(at next: Int) -> Bool? {
    if next >= available { return isAll ? true : nil }
    let byte = unsafe row[next]
    if byte == dialect.delimiter || byte == dialect.terminator { return true }
    guard byte == 0x0D, dialect.terminator == 0x0A else { return false }
    if next + 1 >= available { return isAll ? true : nil }
    return unsafe row[next + 1] == 0x0A
  }
}
