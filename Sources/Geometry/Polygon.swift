/// An exterior ring and its holes, unrolled over the date line.
struct Polygon {
  let exterior: Ring
  let holes: [Ring]

  /// Decides how the rings lie: see `Region`.
  init(exterior: Ring, holes: [Ring]) {
    let unrolled = exterior.unrolled().flatMap { $0.doubledArea > 0 ? $0 : nil }
    self.exterior = unrolled ?? exterior
    let isOverDateLine = unrolled != nil || exterior.leavesTheWorld
    self.holes = holes.map { isOverDateLine ? $0.unrolled() ?? $0 : $0 }
  }

  /// Whether it means all that is outside of it.
  var isComplement: Bool { exterior.doubledArea < 0 }

  /// The byte where it is no polygon, and why.
  var fault: (byte: Int, reason: String)? {
    for ring in [exterior] + holes {
      if ring.width > 360 { return (ring.byte, "this ring is wider than 360 degrees") }
      if ring.doubledArea == 0 { return (ring.byte, "this ring encloses no area") }
    }
    return nil
  }

  /// The byte where GBIF would not take it, and why.
  var objection: (byte: Int, reason: String)? {
    if isComplement {
      return (exterior.byte, "this exterior ring is clockwise: GBIF wants it anticlockwise")
    }
    for hole in holes where hole.doubledArea > 0 {
      return (hole.byte, "this hole is anticlockwise: GBIF wants it clockwise")
    }
    return nil
  }

  /// All edges that lie in the world from -180 to 180, each ring as often as it comes in there.
  var edges: [Edge] {
    ([exterior] + holes).flatMap { ring in
      (-2...2).filter { turns in
        ring.longitudes.lowerBound + 360 * Double(turns) < 180
          && ring.longitudes.upperBound + 360 * Double(turns) > -180
      }.flatMap { turns in
        zip(ring.positions, ring.positions.dropFirst()).map { Edge($0, $1, turnedBy: turns) }
      }
    }
  }
}
