extension RowSplitter {
  /// Finds the cells of a row in which a quote was seen, byte by byte: between quotes there
  /// may be delimiters and line ends (RFC 4180 section 2).
  ///
  /// A quote ends its cell only in front of a delimiter or a line end; a doubled one and any
  /// other belong to the text. Such a cell is never simply copied. Where it is doubtful that a
  /// cell goes over a line end, and the lines have as many cells as a row has, its quote is
  /// taken for text, so that it does not swallow the rows behind it.
  mutating func findQuoted(
    in row: UnsafePointer<UInt8>, _ available: Int, isAll: Bool
  ) -> Outcome {
    var reader = unsafe QuotedRowReader(row, available, isAll: isAll, dialect)
    reader.barren = barren
    let outcome = unsafe store(&reader, row)
    if reader.isUnclosed { barren = available }
    let isOdd = outcome == .whole && reader.isOverLines && count != expected
    guard reader.isDoubtful || isOdd else { return outcome }

    var lines = unsafe QuotedRowReader(row, available, isAll: isAll, dialect)
    lines.reading = .lines
    guard let areRows = lines.areRows(of: expected) else { return .needsMore }
    reader = unsafe QuotedRowReader(row, available, isAll: isAll, dialect)
    reader.reading = areRows ? .lines : .cells
    isStray = areRows
    return unsafe store(&reader, row)
  }

  private mutating func store(
    _ reader: inout QuotedRowReader, _ row: UnsafePointer<UInt8>
  ) -> Outcome {
    restart()
    while true {
      guard let end = reader.nextEnd() else { return .needsMore }
      if isFull { return .tooWide }
      append(end: end)
      if reader.isRowEnd {
        isUnclosed = reader.isUnclosed
        unsafe finish(row, length: reader.offset)
        return .whole
      }
    }
  }
}
