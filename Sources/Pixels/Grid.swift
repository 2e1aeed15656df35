/// Brightness in a few cells, 0...255 each, row after row.
struct Grid {
  let columns: Int
  let rows: Int
  var values: [Float]

  subscript(column: Int, row: Int) -> Float { values[row * columns + column] }

  /// The grid as it is meant to be seen; for square ones.
  func upright(_ orientation: Int) -> Grid {
    guard let turn = Turn(orientation) else { return self }
    var turned = self
    for row in 0..<rows {
      for column in 0..<columns {
        let source = turn.source(column, row, width: columns, height: rows)
        turned.values[row * columns + column] = self[source.column, source.row]
      }
    }
    return turned
  }

  /// The standard deviation of the brightness.
  var contrast: Float {
    let count = Float(values.count)
    let mean = values.reduce(0, +) / count
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }
}
