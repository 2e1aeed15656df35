extension RowSplitter {
  /// Finds the cells of a row in which a quote was seen, byte by byte: between quotes there
  /// may be delimiters and line ends (RFC 4180 section 2).
  ///
  /// A quote ends its cell only in front of a delimiter or a line end; a doubled one and any
  /// other belong to the text. Such a cell is never simply copied.
  mutating func findQuoted(
    in row: UnsafePointer<UInt8>, _ available: Int, isAll: Bool
  ) -> Outcome {
    var reader = unsafe QuotedRowReader(row, available, isAll: isAll, dialect)
    restart()
    while true {
      guard let end = reader.nextEnd() else { return .needsMore }
      if isFull { return .tooWide }
      append(end: end)
      if reader.isRowEnd {
        unsafe finish(row, length: reader.offset)
        return .whole
      }
    }
  }
}

/// Reads the cells of one row in turn.
@safe private struct QuotedRowReader {
  private let row: UnsafePointer<UInt8>
  private let available: Int
  private let isAll: Bool
  private let dialect: Dialect
  /// Where the next cell begins.
  private(set) var offset = 0
  /// Whether the last cell was the row's last.
  private(set) var isRowEnd = false

  init(_ row: UnsafePointer<UInt8>, _ available: Int, isAll: Bool, _ dialect: Dialect) {
    unsafe self.row = unsafe row
    self.available = available
    self.isAll = isAll
    self.dialect = dialect
  }

  /// Where the next cell ends; `nil` where that is not yet there to be seen.
  mutating func nextEnd() -> Int? {
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
    offset += 1
    while offset < available {
      if unsafe row[offset] != dialect.enclosure {
        offset += 1
      } else if unsafe offset + 1 < available && row[offset + 1] == dialect.enclosure {
        offset += 2
      } else {
        guard let isClosing = closes(at: offset + 1) else { return false }
        offset += 1
        if isClosing { return true }
      }
    }
    return isAll
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
