internal import Glibc

/// All that is no farther than a distance from a point, as GBIF's predicate `geoDistance` has it.
///
/// Distances are along great circles of a sphere of 6,371,008.7714 m, the mean radius of
/// the Earth, by the haversine formula: as GBIF's large downloads (Lucene's
/// `SloppyMath.haversinMeters`) and its search (Elasticsearch's `arc`) have them.
public struct Circle: Sendable {
  /// The mean radius of the Earth in metres, of WGS 84 (IUGG).
  private static let radius = 6_371_008.7714
  private static let radians = Double.pi / 180

  /// The latitude of its centre as it was given, for GBIF.
  public let latitude: String
  /// The longitude of its centre as it was given, for GBIF.
  public let longitude: String
  /// Its radius.
  public let distance: Distance

  private let centre: Position
  private let cosine: Double
  /// The haversine of the distance.
  private let haversine: Double
  /// The box around it: half its height, and half its width at the widest place, in degrees.
  private let reach: (latitude: Double, longitude: Double)

  /// A circle from the three texts of a predicate.
  ///
  /// - Throws: `GeometryError` where a latitude is no number from -90 to 90, a longitude none
  ///   from -180 to 180, or a distance none.
  public init(
    latitude: some StringProtocol, longitude: some StringProtocol, distance: some StringProtocol
  ) throws(GeometryError) {
    (self.latitude, self.longitude) = (String(latitude), String(longitude))
    self.distance = try Distance(distance)
    centre = Position(
      writtenLongitude: try Self.degrees("longitude", self.longitude, 180),
      latitude: try Self.degrees("latitude", self.latitude, 90))
    cosine = cos(centre.latitude * Self.radians)
    // Nothing is farther than half way round the world.
    let angle = min(self.distance.metres / Self.radius, .pi)
    haversine = angle == .pi ? .infinity : sin(angle / 2) * sin(angle / 2)
    reach = Self.reach(of: angle, latitude: centre.latitude, cosine)
  }

  private static func degrees(
    _ subject: String, _ text: String, _ limit: Double
  ) throws(GeometryError) -> Double {
    let bytes = Array(text.utf8)
    guard let number = Decimal.parse(bytes[...]) else {
      throw GeometryError(subject, text, "a number is expected here, not '\(text.prefix(24))'")
    }
    guard abs(number) <= limit else {
      throw GeometryError(
        subject, text, "it is from \(Int(-limit)) to \(Int(limit)), not '\(text.prefix(24))'")
    }
    return number
  }

  /// A little more than needed, since it only spares us the haversine.
  private static func reach(
    of angle: Double, latitude: Double, _ cosine: Double
  ) -> (latitude: Double, longitude: Double) {
    let height = angle / radians + 1e-6
    // With a pole within, it has all longitudes.
    guard abs(latitude) + height < 90 else { return (height, 180) }
    return (height, asin(min(sin(angle) / cosine, 1)) / radians + 1e-6)
  }

  /// Whether the point is in the circle, its border included; no point outside of ±90 or ±180
  /// is.
  public func contains(latitude: Double, longitude: Double) -> Bool {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return false }
    let north = abs(latitude - centre.latitude)
    guard north <= reach.latitude else { return false }
    var east = abs(longitude - centre.writtenLongitude)
    if east > 180 { east = 360 - east }
    guard east <= reach.longitude else { return false }
    let (a, b) = (sin(north / 2 * Self.radians), sin(east / 2 * Self.radians))
    return a * a + cosine * cos(latitude * Self.radians) * b * b <= haversine
  }
}

extension Circle: Equatable {
  /// Whether both are of the same texts.
  public static func == (one: Circle, other: Circle) -> Bool {
    (one.latitude, one.longitude, one.distance)
      == (other.latitude, other.longitude, other.distance)
  }
}
