/// The part of an edge in a row of a grid.
struct EdgePiece {
  let edge: Edge
  /// From -1 for what is west of the frame, to the number of columns for the east.
  let columns: ClosedRange<Int>
  /// Whether it comes from south of the row.
  let isFromSouth: Bool
  private let southernColumn: Int
  private let northernColumn: Int

  init(_ edge: Edge, row: Int, _ frame: Frame) {
    self.edge = edge
    columns = frame.columns(of: edge, inRow: row)
    isFromSouth = frame.row(edge.south) < row
    southernColumn = frame.columnOrBeyond(edge.southern)
    northernColumn = frame.columnOrBeyond(edge.northern)
  }

  /// The latitude of its end that is west of the column and not south of the row.
  ///
  /// There is one at most, since the other end is not west of it; infinity for none.
  func turn(westOf column: Int) -> Double {
    if southernColumn < column { return isFromSouth ? .infinity : edge.south }
    return northernColumn < column ? edge.north : .infinity
  }
}
