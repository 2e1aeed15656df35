/// Makes many cells of a row into few, or few into many: each new one is the mean of what it
/// covers.
struct AreaFilter {
  /// What a new cell takes: from `first` on, each old one with its share.
  struct Cell {
    let first: Int
    /// Where its shares stand among those of all.
    let shares: Range<Int>
  }

  /// The new cells.
  let cells: [Cell]
  let shares: [Float]

  /// The filter from so many cells to so many, at least one of each.
  init(from old: Int, to new: Int) {
    let step = Double(old) / Double(new)
    var (cells, shares): ([Cell], [Float]) = ([], [])
    for index in 0..<new {
      let (start, end) = (Double(index) * step, Double(index + 1) * step)
      let first = min(Int(start), old - 1)
      let last = max(first, min(Int(end.rounded(.up)) - 1, old - 1))
      cells.append(Cell(first: first, shares: shares.count..<shares.count + last - first + 1))
      for index in first...last {
        let covered = min(end, Double(index + 1)) - max(start, Double(index))
        shares.append(Float(covered / (end - start)))
      }
    }
    (self.cells, self.shares) = (cells, shares)
  }

  /// The means of a row of bytes that begins at `start`.
  func apply(_ bytes: borrowing Span<UInt8>, at start: Int, to row: inout [Float]) {
    for (index, cell) in cells.enumerated() {
      var sum: Float = 0
      var position = start + cell.first
      for share in cell.shares {
        sum += shares[share] * Float(bytes[position])
        position += 1
      }
      row[index] = sum
    }
  }

  /// The old cells of which each is a part, and its shares of them.
  func forEachShare(_ body: (_ new: Int, _ old: Int, _ share: Float) -> Void) {
    for (index, cell) in cells.enumerated() {
      for share in cell.shares {
        body(index, cell.first + share - cell.shares.lowerBound, shares[share])
      }
    }
  }
}

extension Grid {
  /// The means of rows of grey bytes.
  init(_ bytes: borrowing Span<UInt8>, width: Int, height: Int, columns: Int, rows: Int) {
    let across = AreaFilter(from: width, to: columns)
    let down = AreaFilter(from: height, to: rows)
    self.init(
      columns: columns, rows: rows, values: [Float](repeating: 0, count: columns * rows))
    var row = [Float](repeating: 0, count: columns)
    var filtered = -1
    let bytes = copy bytes
    down.forEachShare { new, old, share in
      if old != filtered { across.apply(bytes, at: old * width, to: &row) }
      filtered = old
      for column in 0..<columns { values[new * columns + column] += share * row[column] }
    }
  }

  /// The means of the cells.
  func scaled(columns: Int, rows: Int) -> Grid {
    var scaled = Grid(
      columns: columns, rows: rows, values: [Float](repeating: 0, count: columns * rows))
    let across = AreaFilter(from: self.columns, to: columns)
    AreaFilter(from: self.rows, to: rows).forEachShare { row, oldRow, rowShare in
      across.forEachShare { column, oldColumn, share in
        scaled.values[row * columns + column] += rowShare * share * self[oldColumn, oldRow]
      }
    }
    return scaled
  }
}
