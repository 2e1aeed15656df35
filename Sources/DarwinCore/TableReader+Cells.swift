extension TableReader {
  /// The text of a cell without its quotes, and the byte of which a pair stands for one.
  @safe struct CellText {
    let bytes: UnsafeBufferPointer<UInt8>
    let doubled: UInt8?

    init(_ bytes: UnsafeBufferPointer<UInt8>, doubled: UInt8? = nil) {
      unsafe self.bytes = unsafe bytes
      self.doubled = doubled
    }

    /// What is left between the quotes.
    init(quoted bytes: UnsafeBufferPointer<UInt8>, by quote: UInt8) {
      unsafe self.init(
        UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1]), doubled: quote)
    }
  }

  /// The text of a cell, nothing where the row is too short.
  func text(of cell: Int) -> CellText {
    let isSpecial = cell < cells.count && cells.isSpecial(cell)
    return unsafe isSpecial ? text(ofSpecial: cell) : CellText(bytes(of: cell))
  }

  /// The text of a cell that has bytes which are not simply copied.
  func text(ofSpecial cell: Int) -> CellText {
    let bytes = unsafe bytes(of: cell)
    if let enclosure = table.descriptor.dialect.enclosure {
      let isQuoted = unsafe bytes.count > 1 && bytes.first == enclosure && bytes.last == enclosure
      return unsafe isQuoted ? CellText(quoted: bytes, by: enclosure) : CellText(bytes)
    }
    let quote = UInt8(ascii: "\"")
    let isQuoted = unsafe table.mayBeQuotedByGBIF && GBIFQuoting.isQuoted(bytes)
    return unsafe isQuoted ? CellText(quoted: bytes, by: quote) : CellText(bytes)
  }

  /// Appends the text of a cell as it stands in a string of JSON, for which there must be
  /// room; false where it is empty.
  @inline(__always)
  func append(_ cell: Int, to buffer: inout JSONBuffer) -> Bool {
    guard cell < cells.count else { return false }
    let (start, end) = (cells.start(of: cell), cells.end(of: cell))
    if start == end { return false }
    if !cells.isSpecial(cell) {
      unsafe buffer.append(padded: row + start, end - start)
      return true
    }
    let text = text(ofSpecial: cell)
    unsafe buffer.append(escaping: text.bytes, doubled: text.doubled)
    return unsafe !text.bytes.isEmpty
  }

  /// Puts the text of a cell, without blanks around it, into `buffer`: what rows are joined by.
  func takeID(_ cell: Int, into buffer: inout JSONBuffer) {
    buffer.removeAll()
    let text = text(of: cell)
    var bytes = unsafe text.bytes[...]
    while unsafe bytes.first == 0x20 { unsafe bytes = bytes.dropFirst() }
    while unsafe bytes.last == 0x20 { unsafe bytes = bytes.dropLast() }
    buffer.reserve(unsafe JSONBuffer.largestExpansion * bytes.count)
    unsafe buffer.append(escaping: UnsafeBufferPointer(rebasing: bytes), doubled: text.doubled)
  }
}

/// How GBIF's small downloads quote, although their descriptor says that they don't.
enum GBIFQuoting {
  /// Whether a cell is quoted.
  ///
  /// It has quotes at both ends, and between them some, in runs of an even number each. In a large download, which does not quote, this is not found but by chance.
  static func isQuoted(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard cell.count > 3, unsafe cell.first == quote && cell.last == quote else { return false }
    var (run, pairs) = (0, 0)
    for index in 1..<cell.count - 1 {
      if unsafe cell[index] == quote {
        run += 1
      } else {
        if run % 2 == 1 { return false }
        pairs += run / 2
        run = 0
      }
    }
    return run % 2 == 0 && pairs + run / 2 > 0
  }
}
