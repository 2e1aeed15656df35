/// Polygons of points that are whole parts of a degree, judged in whole numbers: slow, exact and
/// plain, to compare `Region` with.
struct Lattice {
  /// So many to a degree; `Double` has all of them exactly.
  static let parts = 256
  static let turn = 360 * parts

  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// The exterior ring first; each closed, in a plane that goes on beyond ±180.
  var polygons: [[[Point]]]
  /// Whether longitudes are written within ±180.
  var isWrapped = false

  /// In well-known text.
  var wkt: String {
    let texts = polygons.map { rings in
      "(" + rings.map { "(" + $0.map(text).joined(separator: ",") + ")" }.joined(separator: ", ")
        + ")"
    }
    guard texts.count != 1 else { return "POLYGON " + texts[0] }
    return "MULTIPOLYGON (" + texts.joined(separator: ",") + ")"
  }

  private func text(_ point: Point) -> String {
    var x = point.x
    if isWrapped, x > Self.turn / 2 { x -= Self.turn }
    if isWrapped, x < -Self.turn / 2 { x += Self.turn }
    return "\(Self.degrees(x)) \(Self.degrees(point.y))"
  }

  static func degrees(_ value: Int) -> Double { Double(value) / Double(parts) }

  /// Whether any of the polygons has the point.
  func contains(_ point: Point) -> Bool { polygons.contains { Self.contains($0, point) } }

  private static func contains(_ rings: [[Point]], _ point: Point) -> Bool {
    var isInside = doubledArea(rings[0]) < 0
    for turns in -2...2 {
      let here = Point(x: point.x + turns * turn, y: point.y)
      for ring in rings {
        for (a, b) in zip(ring, ring.dropFirst()) {
          if isOn(a, b, here) { return true }
          if crosses(a, b, here) { isInside.toggle() }
        }
      }
    }
    return isInside
  }

  static func doubledArea(_ ring: [Point]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  private static func isOn(_ a: Point, _ b: Point, _ p: Point) -> Bool {
    side(a, b, p) == 0 && min(a.x, b.x)...max(a.x, b.x) ~= p.x
      && min(a.y, b.y)...max(a.y, b.y) ~= p.y
  }

  /// Whether a line from the point to the west crosses the edge.
  private static func crosses(_ a: Point, _ b: Point, _ p: Point) -> Bool {
    (a.y > p.y) != (b.y > p.y) && (side(a, b, p) < 0) == (b.y > a.y)
  }

  private static func side(_ a: Point, _ b: Point, _ p: Point) -> Int {
    (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y)
  }
}
