/// Makes many cells of a row into few, or few into many: each new one is the mean of what it
/// covers.
struct AreaFilter {
  /// What a new cell takes: from `first` on, each old one with its share.
  private struct Cell {
    let first: Int
    let shares: [Float]
  }

  private let cells: [Cell]

  /// The filter from so many cells to so many, at least one of each.
  init(from old: Int, to new: Int) {
    let step = Double(old) / Double(new)
    cells = (0..<new).map { Self.cell(Double($0) * step, Double($0 + 1) * step, of: old) }
  }

  private static func cell(_ start: Double, _ end: Double, of old: Int) -> Cell {
    let first = min(Int(start), old - 1)
    let last = max(first, min(Int(end.rounded(.up)) - 1, old - 1))
    let shares = (first...last).map { index in
      Float((min(end, Double(index + 1)) - max(start, Double(index))) / (end - start))
    }
    return Cell(first: first, shares: shares)
  }

  /// The means of a row of bytes that begins at `start`.
  func apply(_ bytes: borrowing Span<UInt8>, at start: Int, to row: inout [Float]) {
    for (index, cell) in cells.enumerated() {
      var sum: Float = 0
      var position = start + cell.first
      for share in cell.shares {
        sum += share * Float(bytes[position])
        position += 1
      }
      row[index] = sum
    }
  }

  /// The old cells of which each is a part, and its shares of them.
  func forEachShare(_ body: (_ new: Int, _ old: Int, _ share: Float) -> Void) {
    for (index, cell) in cells.enumerated() {
      for (offset, share) in cell.shares.enumerated() { body(index, cell.first + offset, share) }
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
