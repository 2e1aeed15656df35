/// A straight line from one point of a ring to the next, the southern end first.
struct Edge {
  let south: Double
  let north: Double
  /// The longitudes of these ends.
  let southern: Double
  let northern: Double

  init(_ a: Position, _ b: Position, turnedBy turns: Int) {
    let (first, last) = a.latitude <= b.latitude ? (a, b) : (b, a)
    south = first.latitude
    north = last.latitude
    southern = first.longitude(turnedBy: turns)
    northern = last.longitude(turnedBy: turns)
  }

  var west: Double { min(southern, northern) }
  var east: Double { max(southern, northern) }

  /// How a point lies to it.
  enum Side {
    /// On the edge or one of its ends.
    case on
    /// East of it, at a latitude from its southern end to just below its northern one.
    ///
    /// Of two edges that meet, a line along the latitude of the meeting crosses one so, or both,
    /// or none: never half of one.
    case east
    /// Elsewhere.
    case other
  }

  /// Where the point lies.
  @inline(__always)
  func side(latitude: Double, longitude: Double) -> Side {
    guard latitude >= south, latitude <= north else { return .other }
    let cross =
      (northern - southern) * (latitude - south) - (longitude - southern) * (north - south)
    if cross == 0, longitude >= west, longitude <= east { return .on }
    return cross < 0 && latitude < north ? .east : .other
  }

  /// The longitude where it has this latitude, or that of the nearer end; not to the last digit,
  /// and only of an edge that does not run along a latitude.
  func longitude(at latitude: Double) -> Double {
    let part = min(max((latitude - south) / (north - south), 0), 1)
    return southern + (northern - southern) * part
  }
}
