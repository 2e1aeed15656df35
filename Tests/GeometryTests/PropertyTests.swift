import Geometry
import Testing
import Trials

@Suite struct PropertyTests {
  @Test(arguments: 0..<12)
  func `polygons anywhere hold what they hold in whole numbers`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<12 {
      let centre = Lattice.Point(
        x: Int.random(in: -90...90, using: &random) * Lattice.parts,
        y: Int.random(in: -40...40, using: &random) * Lattice.parts)
      var ring = Lattice.ring(&random, centre: centre, radius: radius(&random), points: 30)
      if Bool.random(using: &random) { ring.reverse() }
      try compare(Lattice(polygons: [[ring]]), &random)
    }
  }

  @Test(arguments: 0..<6)
  func `holes take away, whichever way they run`(seed: UInt64) throws {
    var random = SplitMix(seed: 100 + seed)
    for _ in 0..<8 {
      let centre = Lattice.Point(x: 10 * Lattice.parts, y: -20 * Lattice.parts)
      let radius = radius(&random)
      let outer = Lattice.star(&random, points: 40, centre: centre, radius: radius)
      var hole = Lattice.star(&random, points: 12, centre: centre, radius: radius, scale: 0.25)
      if Bool.random(using: &random) { hole.reverse() }
      try compare(Lattice(polygons: [[outer, hole]]), &random)
      try compare(Lattice(polygons: [[outer.reversed(), hole]]), &random)
    }
  }

  @Test(arguments: 0..<6)
  func `several polygons hold what any of them does`(seed: UInt64) throws {
    var random = SplitMix(seed: 200 + seed)
    for count in [2, 3, 10, 40] {
      let polygons = (0..<count).map { _ in
        let centre = Lattice.Point(
          x: Int.random(in: -24_000...24_000, using: &random),
          y: Int.random(in: -15_000...15_000, using: &random))
        return [Lattice.ring(&random, centre: centre, radius: 12_000, points: 8)]
      }
      try compare(Lattice(polygons: polygons.filter { Lattice.doubledArea($0[0]) > 0 }), &random)
      try compare(Lattice(polygons: polygons), &random)
    }
  }

  @Test(arguments: 0..<6, [false, true])
  func `over the date line, beyond 180 and within ±180`(seed: UInt64, isWrapped: Bool) throws {
    var random = SplitMix(seed: 300 + seed)
    for _ in 0..<8 {
      let x = (Bool.random(using: &random) ? 180 : -180) + Int.random(in: -5...5, using: &random)
      let centre = Lattice.Point(x: x * Lattice.parts, y: 10 * Lattice.parts)
      let radius = radius(&random)
      let outer = Lattice.star(&random, points: 30, centre: centre, radius: radius)
      var hole = Lattice.star(&random, points: 9, centre: centre, radius: radius, scale: 0.25)
      if Bool.random(using: &random) { hole.reverse() }
      for polygon in [[outer], [outer, hole]] where Lattice.doubledArea(outer) > 0 {
        try compare(Lattice(polygons: [polygon], isWrapped: isWrapped), &random)
      }
    }
  }

  @Test func `polygons of thousands of points`() throws {
    var random = SplitMix(seed: 400)
    let centre = Lattice.Point(x: 3 * Lattice.parts, y: 5 * Lattice.parts)
    for points in [500, 3000] {
      let ring = Lattice.star(&random, points: points, centre: centre, radius: 20_000)
      try compare(Lattice(polygons: [[ring]]), &random)
      try compare(Lattice(polygons: [[ring.reversed()]]), &random)
    }
  }

  @Test(arguments: [false, true])
  func `combs, whose edges go through all of it`(isUpright: Bool) throws {
    var random = SplitMix(seed: 500)
    var ring = [Lattice.Point(x: -9000, y: -9000), Lattice.Point(x: 9000, y: -9000)]
    for tooth in 0..<600 {
      ring.append(Lattice.Point(x: 8990 - 30 * tooth, y: tooth.isMultiple(of: 2) ? 9000 : -8990))
    }
    if !isUpright { ring = ring.map { Lattice.Point(x: -$0.y, y: $0.x) } }
    try compare(Lattice(polygons: [Lattice.closed(ring)].map { [$0] }), &random)
  }

  private func radius(_ random: inout SplitMix) -> Int {
    [3, 40, 1000, 20_000].randomElement(using: &random) ?? 1
  }

  private func compare(
    _ lattice: Lattice, _ random: inout SplitMix, at location: SourceLocation = #_sourceLocation
  ) throws {
    guard lattice.polygons.joined().allSatisfy({ Lattice.doubledArea($0) != 0 }),
      !lattice.polygons.isEmpty
    else { return }
    let region = try Region(wkt: lattice.wkt)
    for point in lattice.questions(&random, count: 12) {
      let inWorld =
        abs(point.x) <= Lattice.turn / 2 && abs(point.y) <= 90 * Lattice.parts
      let found = region.contains(
        latitude: Lattice.degrees(point.y), longitude: Lattice.degrees(point.x))
      #expect(
        found == (inWorld && lattice.contains(point)), "\(point) in \(lattice.wkt)",
        sourceLocation: location)
    }
  }
}
