/// A part of the world in well-known text, as GBIF's predicate `within` takes it.
///
/// The text is a `POLYGON` or a `MULTIPOLYGON` of points that are a longitude and a latitude in
/// degrees of WGS 84, up to 10,000 of them; keywords in any case, blanks anywhere between.
///
/// Edges are straight lines in the plane of longitude and latitude, as GBIF draws them: no great
/// circles. A point on an edge is inside, on that of a hole too. Where edges of one polygon cross
/// or holes overlap, a point is inside if a line from it to the outside crosses an odd number
/// of edges. Several polygons hold what any of them holds.
///
/// An exterior ring runs anticlockwise. A clockwise one means the complement: all that is outside
/// of it, its edges included. GBIF has refused those since 2024 (`objection`); predicates from
/// before may mean the inside, for which its search took most. The direction of holes does not
/// matter here.
///
/// **The date line.** Longitudes may go on beyond ±180 up to ±540, and mean themselves: 190 is
/// -170. A ring within ±180 with edges longer than 180 degrees can be meant in two ways; by the
/// rule of the right hand, it crosses the date line if it closes and runs anticlockwise once those
/// edges are taken the short way: `170 0, -170 0, -170 10, 170 10, 170 0` is 20 degrees wide.
/// Else it is what it says: `-100 0, 100 0, 100 10, -100 10, -100 0` is 200 degrees wide. Both
/// of GBIF's engines agree to that for rectangles (Elasticsearch's `orientation: right`,
/// Spatial4j's `DatelineRule.ccwRect`). Holes are read as their exterior ring is. Longitudes of
/// -180 and 180 are one. A region round a pole needs edges along it:
/// `-180 -90, 180 -90, 180 -60, …, -180 -60, -180 -90`.
public struct Region: Sendable {
  /// The well-known text as it was given, for GBIF.
  public let text: String
  /// How many points it has, those that close a ring included.
  public let pointCount: Int
  /// Why GBIF would not take it although it has a meaning; `nil` for most.
  ///
  /// Its exterior rings must be anticlockwise and its holes clockwise. (A clockwise rectangle is
  /// taken, but differently by GBIF's search and by large downloads, so it is named too. Rings
  /// that cross themselves or each other, which GBIF refuses, are not looked for.)
  ///
  /// Source: gbif-api, `SearchTypeValidator.validatePolygon`.
  public let objection: GeometryError?

  private let grid: EdgeGrid

  /// Reads well-known text.
  ///
  /// - Throws: `GeometryError` with the place: another geometry, three dimensions, an SRID, no
  ///   number, a latitude or a longitude out of range, a ring of fewer than 4 points, that does
  ///   not close, has no area or is wider than 360 degrees, too many points, a text that goes on.
  public init(wkt: some StringProtocol) throws(GeometryError) {
    text = String(wkt)
    var parser = WKTParser(text)
    let polygons = try parser.polygons()
    pointCount = parser.count
    let objection = polygons.lazy.compactMap(\.objection).first
    self.objection = objection.map { [text] in
      GeometryError("WKT", text, byte: $0.byte, $0.reason)
    }
    grid = EdgeGrid(polygons)
  }

  /// Whether the point is in the region; no point outside of ±90 or ±180 is.
  public func contains(latitude: Double, longitude: Double) -> Bool {
    if grid.contains(latitude: latitude, longitude: longitude) { return true }
    return abs(longitude) == 180 && grid.contains(latitude: latitude, longitude: -longitude)
  }
}

extension Region: Equatable {
  /// Whether both are the same text.
  public static func == (one: Region, other: Region) -> Bool { one.text == other.text }
}
