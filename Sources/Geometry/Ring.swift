/// A closed line of straight edges in the plane of longitude and latitude.
struct Ring {
  /// In the order of the text; the last is the first again.
  let positions: [Position]
  /// The byte of the text where its bracket opens.
  let byte: Int

  /// From its westernmost to its easternmost point.
  let longitudes: ClosedRange<Double>
  /// Twice the area in square degrees: positive where the ring runs anticlockwise.
  let doubledArea: Double

  init(_ positions: [Position], byte: Int) {
    self.positions = positions
    self.byte = byte
    let all = positions.map { $0.longitude() }
    longitudes = (all.min() ?? 0)...(all.max() ?? 0)
    doubledArea = Self.doubledArea(of: positions)
  }

  /// In degrees.
  var width: Double { longitudes.upperBound - longitudes.lowerBound }

  private static func doubledArea(of positions: [Position]) -> Double {
    let origin = positions[0]
    // From the first point, so that small rings far from 0, 0 keep their digits.
    return zip(positions, positions.dropFirst()).reduce(0) { sum, edge in
      let (a, b) = edge
      return sum
        + (a.longitude() - origin.longitude()) * (b.latitude - origin.latitude)
        - (b.longitude() - origin.longitude()) * (a.latitude - origin.latitude)
    }
  }

  /// Whether it has points beyond ±180: whoever wrote them has unrolled it already.
  var leavesTheWorld: Bool { longitudes.lowerBound < -180 || longitudes.upperBound > 180 }

  /// The ring with its edges of more than 180 degrees taken the short way, over the date line.
  ///
  /// `nil` where it has none, where it is unrolled already, and where it does not close then: it
  /// goes round a pole.
  func unrolled() -> Ring? {
    guard width > 180, !leavesTheWorld else { return nil }
    var unrolled = positions
    var turn = 0
    for index in positions.indices.dropFirst() {
      let step = positions[index].writtenLongitude - positions[index - 1].writtenLongitude
      turn += step < -180 ? 1 : step > 180 ? -1 : 0
      unrolled[index].turn = turn
    }
    return turn == 0 && unrolled != positions ? Ring(unrolled, byte: byte) : nil
  }
}
