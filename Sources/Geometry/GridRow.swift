/// A row of a grid while it is built.
struct GridRow {
  private var crossings: [[EdgeGrid.Crossing]]
  private var isInside: [Bool]
  // Of one polygon, while it is added: whether it has edges in the column, whether the number of
  // its edges west of the column's own ones is odd, and whether that changes there.
  private var isCrossed: [Bool]
  private var isOdd: [Bool]
  private var changes: [Bool]

  init(columns: Int) {
    crossings = Array(repeating: [], count: columns)
    isInside = Array(repeating: false, count: columns)
    isCrossed = isInside
    isOdd = isInside
    changes = isInside
  }

  private var columns: Range<Int> { isInside.indices }

  /// Makes it a row without edges.
  mutating func clear() {
    for column in columns {
      crossings[column].removeAll(keepingCapacity: true)
      isInside[column] = false
    }
  }

  /// Adds all pieces that a polygon has in the row.
  mutating func add(_ pieces: [EdgePiece], isComplement: Bool) {
    // East of all its edges, a polygon that is no complement is as it is west of them.
    let last = isComplement ? columns.count : (pieces.lazy.map(\.columns.upperBound).max() ?? 0) + 1
    let first = isComplement ? 0 : (pieces.lazy.map(\.columns.lowerBound).min() ?? 0)
    let touched = (first..<last).clamped(to: columns)
    for column in touched {
      isCrossed[column] = false
      changes[column] = false
    }
    mark(pieces)
    sweep(touched, isComplement)
    place(pieces)
  }

  private mutating func mark(_ pieces: [EdgePiece]) {
    for piece in pieces {
      for column in own(piece) { isCrossed[column] = true }
      let next = piece.columns.upperBound + 1
      if piece.isFromSouth, next < columns.count { changes[next].toggle() }
    }
  }

  private mutating func sweep(_ touched: Range<Int>, _ isComplement: Bool) {
    var isOddHere = isComplement
    for column in touched {
      if changes[column] { isOddHere.toggle() }
      isOdd[column] = isOddHere
      if isOddHere, !isCrossed[column] { isInside[column] = true }
    }
  }

  private mutating func place(_ pieces: [EdgePiece]) {
    for piece in pieces {
      for column in own(piece) {
        // The mark is taken off by the first one.
        crossings[column].append(
          EdgeGrid.Crossing(
            edge: piece.edge, turn: piece.turn(westOf: column), isFirst: isCrossed[column],
            isOdd: isOdd[column]))
        isCrossed[column] = false
      }
    }
  }

  /// The columns of the frame that it is in.
  private func own(_ piece: EdgePiece) -> Range<Int> {
    (piece.columns.lowerBound..<piece.columns.upperBound + 1).clamped(to: columns)
  }

  /// Writes the row's cells and what they have.
  func append(
    isFull: Bool, to cells: inout [Int32], _ all: inout [EdgeGrid.Crossing]
  ) {
    for column in columns {
      if isFull || isInside[column] {
        cells.append(EdgeGrid.Cell.inside)
      } else if crossings[column].isEmpty {
        cells.append(EdgeGrid.Cell.outside)
      } else {
        cells.append(Int32(all.count))
        all += crossings[column]
        all[all.count - 1].isLast = true
      }
    }
  }
}
