internal import Foundation
import Geometry
import Testing
import Trials

@Suite struct CircleTests {
  @Test(
    arguments: [
      // As GBIF's own tests have them.
      ("0", "0", "5km", 0, 0.04, true), ("0", "0", "5km", 0, 0.05, false),
      ("80", "0", "5km", 80, 0.25, true), ("80", "0", "5km", 80, 0.26, false),
      ("0", "0", "5km", 0.04, 0, true), ("0", "0", "5km", 0.05, 0, false),
      ("80", "0", "5km", 80.04, 0, true), ("80", "0", "5km", 80.05, 0, false),
      // Its centre, the poles, the date line, and all the world.
      ("12.5", "-3.25", "1mm", 12.5, -3.25, true),
      ("90", "0", "100km", 89.2, 180, true), ("90", "0", "100km", 89, 45, false),
      ("-90", "77", "100km", -89.2, -103, true),
      ("89.9", "10", "50km", 89.9, -170, true), ("89.9", "10", "20km", 89.9, -170, false),
      ("0", "179.99", "5km", 0, -179.99, true), ("0", "-179.99", "5km", 0, 179.9, false),
      ("0", "180", "1m", 0, -180, true),
      ("0", "0", "20016km", 0, 180, true), ("0", "0", "20015km", 0, 180, false),
      ("37.3", "-12.9", "1e9km", -37.3, 167.1, true),
      ("0", "0", "12000km", 60, 150, false), ("0", "0", "15000km", 60, 150, true),
    ] as [(String, String, String, Double, Double, Bool)])
  func `what is near`(
    latitude: String, longitude: String, distance: String, y: Double, x: Double, isNear: Bool
  ) throws {
    let circle = try Circle(latitude: latitude, longitude: longitude, distance: distance)
    #expect(circle.contains(latitude: y, longitude: x) == isNear)
  }

  @Test(
    arguments: [
      (91, 0), (0, 180.5), (.nan, 0), (0, .nan), (0, -.infinity),
    ] as [(Double, Double)])
  func `nothing is beyond the world`(latitude: Double, longitude: Double) throws {
    let circle = try Circle(latitude: "0", longitude: "0", distance: "99999km")
    #expect(!circle.contains(latitude: latitude, longitude: longitude))
  }

  @Test(arguments: 0..<8)
  func `the box spares only what is farther`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<400 {
      let centre = point(&random)
      let other = point(&random)
      let metres = distance(centre, other) * Double.random(in: 0.5...1.5, using: &random)
      guard metres > 0 else { continue }
      let circle = try Circle(
        latitude: "\(centre.0)", longitude: "\(centre.1)", distance: "\(metres)")
      guard abs(metres - distance(centre, other)) > 1 else { continue }
      #expect(
        circle.contains(latitude: other.0, longitude: other.1)
          == (distance(centre, other) <= metres), "\(centre) \(other) \(metres)")
    }
  }

  private func point(_ random: inout SplitMix) -> (Double, Double) {
    let latitudes: [Double] = [90, -90, 89.5, .random(in: -90...90, using: &random), 0]
    let longitudes: [Double] = [180, -180, 179.5, .random(in: -180...180, using: &random)]
    return (
      latitudes.randomElement(using: &random) ?? 0, longitudes.randomElement(using: &random) ?? 0
    )
  }

  /// By the angle between directions in space.
  private func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    func direction(_ p: (Double, Double)) -> [Double] {
      let (y, x) = (p.0 * .pi / 180, p.1 * .pi / 180)
      return [cos(y) * cos(x), cos(y) * sin(x), sin(y)]
    }
    let (u, v) = (direction(a), direction(b))
    let chord = sqrt(zip(u, v).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
    return 2 * asin(min(chord / 2, 1)) * 6_371_008.7714
  }

  @Test(arguments: [
    ("5km", 5000), ("1250m", 1250), ("5", 5), ("1.5e3", 1500), (" 2 km", 2000), ("1mi", 1609.344),
    ("3miles", 4828.032), ("10yd", 9.144), ("10yards", 9.144), ("10ft", 3.048), ("10feet", 3.048),
    ("100in", 2.54), ("100inch", 2.54), ("7cm", 0.07), ("7centimeters", 0.07), ("7mm", 0.007),
    ("7millimeters", 0.007), ("2NM", 3704), ("2nmi", 3704), ("2nauticalmiles", 3704),
    ("2kilometers", 2000), ("2meters", 2),
  ])
  func `distances and their units`(text: String, metres: Double) throws {
    let distance = try Distance(text)
    #expect(distance.text == text)
    #expect(abs(distance.metres - metres) <= metres * 1e-15)
  }

  @Test(arguments: [
    ("", 0, "a number is expected here, as in '5km'"),
    ("km", 0, "a number is expected here, as in '5km'"),
    ("far", 0, "a number is expected here, as in '5km'"),
    ("5KM", 1, "a unit is expected here: m, km, cm, mm, mi, yd, ft, in, nmi or NM"),
    ("5km ", 1, "a unit is expected here: m, km, cm, mm, mi, yd, ft, in, nmi or NM"),
    ("5 parsecs", 2, "a unit is expected here: m, km, cm, mm, mi, yd, ft, in, nmi or NM"),
    ("0km", 0, "a distance is more than 0"), ("-5km", 0, "a distance is more than 0"),
    ("1e308km", 0, "a distance is more than 0"),
  ])
  func `no distances`(text: String, offset: Int, reason: String) {
    let error = #expect(throws: GeometryError.self) { try Distance(text) }
    #expect(error?.offset == offset)
    #expect(error?.description == "distance: character \(offset + 1): \(reason)")
  }

  @Test(arguments: [
    ("91", "0", "latitude: character 1: it is from -90 to 90, not '91'"),
    ("x", "0", "latitude: character 1: a number is expected here, not 'x'"),
    ("0", "-180.5", "longitude: character 1: it is from -180 to 180, not '-180.5'"),
    ("0", "", "longitude: character 1: a number is expected here, not ''"),
  ])
  func `no centres`(latitude: String, longitude: String, message: String) {
    let error = #expect(throws: GeometryError.self) {
      try Circle(latitude: latitude, longitude: longitude, distance: "1km")
    }
    #expect(error?.description == message)
  }

  @Test func `its texts stay as they were`() throws {
    let circle = try Circle(latitude: "+10.0", longitude: "1e1", distance: "5.0km")
    #expect(
      [circle.latitude, circle.longitude, circle.distance.text] == ["+10.0", "1e1", "5.0km"])
    #expect(try circle == Circle(latitude: "+10.0", longitude: "1e1", distance: "5.0km"))
    #expect(try circle != Circle(latitude: "10", longitude: "1e1", distance: "5.0km"))
  }
}
