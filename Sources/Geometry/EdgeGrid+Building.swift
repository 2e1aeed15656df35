extension EdgeGrid {
  /// A grid for what any of the polygons holds.
  init(_ polygons: [Polygon]) {
    let edges = polygons.map(\.edges)
    frame = Frame(edges.flatMap(\.self))
    holdsTheRest = polygons.contains { $0.isComplement }

    var row = GridRow(columns: frame.columns)
    var cells = [Int32]()
    var crossings = [Crossing]()
    let rows = Self.pieces(of: edges, in: frame)
    for index in rows.indices {
      row.clear()
      for (polygon, pieces) in rows[index] {
        row.add(pieces, isComplement: polygons[polygon].isComplement)
      }
      // Of a complement whose edges do not come here, all is here.
      let isFull = polygons.indices.contains { polygon in
        polygons[polygon].isComplement && !rows[index].contains { $0.polygon == polygon }
      }
      row.append(isFull: isFull, to: &cells, &crossings)
    }
    self.cells = cells
    self.crossings = crossings
  }

  /// For each row, the pieces of edges in it, polygon by polygon.
  private static func pieces(
    of edges: [[Edge]], in frame: Frame
  ) -> [[(polygon: Int, pieces: [EdgePiece])]] {
    var rows = Array(repeating: [(polygon: Int, pieces: [EdgePiece])](), count: frame.rows)
    for (polygon, edges) in edges.enumerated() {
      for edge in edges {
        for row in frame.row(edge.south)...frame.row(edge.north) {
          if rows[row].last?.polygon != polygon { rows[row].append((polygon, [])) }
          rows[row][rows[row].count - 1].pieces.append(EdgePiece(edge, row: row, frame))
        }
      }
    }
    return rows
  }
}
