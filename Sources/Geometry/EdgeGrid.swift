/// The edges of polygons by the cells of a grid, so that a point asks only those near it.
///
/// A cell without edges is wholly inside or outside. In others a point is inside a polygon if,
/// of the line from it to the west, an odd number of crossings are behind it. Those with edges
/// that are not in the cell were counted beforehand, for a line just below the cell's row; from
/// there up to the point's latitude their number changes only where the ring goes on from
/// an edge of the cell to one west of it: at that end of the edge (`Crossing.turn`).
struct EdgeGrid: Sendable {
  /// An edge in a cell.
  struct Crossing: Sendable {
    let edge: Edge
    /// The latitude of its end that is west of the cell and not south of it; else infinity.
    let turn: Double
    /// Whether it is the first of its polygon in the cell.
    let isFirst: Bool
    /// Whether an odd number of edges beside those of the cell is west of it.
    let isOdd: Bool
    /// Whether the cell has no more.
    var isLast = false
  }

  /// What a cell is, beside the index of its first crossing.
  enum Cell {
    static let outside: Int32 = -2
    static let inside: Int32 = -1
  }

  let frame: Frame
  /// Whether a point outside of the frame is inside.
  let holdsTheRest: Bool
  /// Row by row from the south, each from the west.
  let cells: [Int32]
  let crossings: [Crossing]

  @inline(__always)
  func contains(latitude: Double, longitude: Double) -> Bool {
    guard frame.contains(latitude: latitude, longitude: longitude) else {
      return holdsTheRest && abs(latitude) <= 90 && abs(longitude) <= 180
    }
    let first = cells[frame.row(latitude) * frame.columns + frame.column(longitude)]
    guard first >= 0 else { return first == Cell.inside }
    return contains(latitude: latitude, longitude: longitude, first: Int(first))
  }

  private func contains(latitude: Double, longitude: Double, first: Int) -> Bool {
    var isInside = false
    var index = first
    while true {
      let crossing = crossings[index]
      if crossing.isFirst {
        if isInside { return true }
        isInside = crossing.isOdd
      }
      if crossing.turn <= latitude { isInside.toggle() }
      switch crossing.edge.side(latitude: latitude, longitude: longitude) {
      case .on: return true
      case .east: isInside.toggle()
      case .other: break
      }
      if crossing.isLast { return isInside }
      index += 1
    }
  }
}
