internal import Foundation
import Trials

extension Lattice {
  /// A ring that looks from a centre in all directions; anticlockwise.
  static func star(
    _ random: inout SplitMix, points: Int, centre: Point, radius: Int, scale: Double = 1
  ) -> [Point] {
    let angles = (0..<points).map { _ in Double.random(in: 0..<2 * .pi, using: &random) }.sorted()
    let ring = angles.map { angle in
      let length = Double.random(in: 0.3...1, using: &random) * Double(radius) * scale
      return Point(
        x: centre.x + Int(length * cos(angle)), y: centre.y + Int(length / 2 * sin(angle)))
    }
    return closed(ring)
  }

  /// A ring that goes anywhere in a box, over itself too.
  static func tangle(
    _ random: inout SplitMix, points: Int, centre: Point, radius: Int
  ) -> [Point] {
    closed(
      (0..<points).map { _ in
        Point(
          x: centre.x + Int.random(in: -radius...radius, using: &random),
          y: centre.y + Int.random(in: -radius / 2...radius / 2, using: &random))
      })
  }

  static func box(_ random: inout SplitMix, centre: Point, radius: Int) -> [Point] {
    let (w, h) = (
      Int.random(in: 1...radius, using: &random), Int.random(in: 1...radius / 2, using: &random)
    )
    return closed([
      Point(x: centre.x - w, y: centre.y - h), Point(x: centre.x + w, y: centre.y - h),
      Point(x: centre.x + w, y: centre.y + h), Point(x: centre.x - w, y: centre.y + h),
    ])
  }

  static func closed(_ ring: [Point]) -> [Point] { ring + ring.prefix(1) }

  /// A ring of some kind, whose points are within a radius of at most 85 degrees.
  static func ring(
    _ random: inout SplitMix, centre: Point, radius: Int, points: Int
  ) -> [Point] {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: star(&random, points: points, centre: centre, radius: radius)
    case 1: tangle(&random, points: min(points, 9), centre: centre, radius: radius)
    default: box(&random, centre: centre, radius: radius)
    }
  }

  /// The points to ask about: corners, what is beside them, middles of edges, and any.
  func questions(_ random: inout SplitMix, count: Int) -> [Point] {
    let rings = polygons.flatMap(\.self)
    var points = [Point]()
    for _ in 0..<count {
      let ring = rings.randomElement(using: &random) ?? []
      let index = Int.random(in: 1..<ring.count, using: &random)
      let (a, b) = (ring[index - 1], ring[index])
      points += [a, Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)]
      points.append(
        Point(
          x: a.x + Int.random(in: -2...2, using: &random),
          y: a.y + Int.random(in: -2...2, using: &random)))
      points.append(
        Point(x: Int.random(in: min(a.x, b.x)...max(a.x, b.x), using: &random), y: b.y))
      points.append(
        Point(
          x: Int.random(in: -Self.turn / 2...Self.turn / 2, using: &random),
          y: Int.random(in: -90 * Self.parts...90 * Self.parts, using: &random)))
    }
    return points + Self.corners
  }

  /// The poles and the date line.
  private static let corners = [-180, 0, 180].flatMap { x in
    [-90, -89, 0, 89, 90].map { y in Point(x: x * parts, y: y * parts) }
  }
}
