import Geometry
import Testing

@Suite struct RegionTests {
  @Test(arguments: [
    "POLYGON((0 0,10 0,10 10,0 10,0 0))",
    "polygon ((0 0, 10 0, 10 10, 0 10, 0 0))",
    " \tPolygon\r\n( ( 0.0 0e0 ,\n1e1 -0 , +10 10. , .0 1.0E+1 , 0 0 ) ) \n",
    "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)))",
    "MULTIPOLYGON (((0 0, 10 0, 10 5, 0 5, 0 0)), ((0 5, 10 5, 10 10, 0 10, 0 5)))",
    "POLYGON((0 0,0 0,10 0,10 0,10 10,0 10,0 0))",
    "POLYGON((360 0,370 0,370 10,360 10,360 0))",
    "POLYGON((-360 0,-350 0,-350 10,-360 10,-360 0))",
  ])
  func `a square, in many spellings`(wkt: String) throws {
    let region = try Region(wkt: wkt)
    #expect(region.text == wkt)
    #expect(region.objection == nil)
    for (latitude, longitude) in [(5, 5), (0, 0), (10, 10), (0, 5), (10, 3), (5, 0), (5, 10)] {
      #expect(region.contains(latitude: Double(latitude), longitude: Double(longitude)))
    }
    for (latitude, longitude) in [(-1, 5), (11, 5), (5, -1), (5, 11), (5, 179), (90, 5)] {
      #expect(!region.contains(latitude: Double(latitude), longitude: Double(longitude)))
    }
  }

  private static let guamClockwise =
    "POLYGON((144.61 13.22,144.61 13.66,144.96 13.66,144.96 13.22,144.61 13.22))"
  private static let fiji = "POLYGON((176 -20,-178 -20,-178 -15,176 -15,176 -20))"
  private static let fijiFromTheWest = "POLYGON((-184 -20,-178 -20,-178 -15,-184 -15,-184 -20))"
  private static let wide = "POLYGON((-100 0,100 0,100 10,-100 10,-100 0))"
  private static let restOfWide = "POLYGON((-100 10,100 10,100 0,-100 0,-100 10))"
  private static let world = "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))"
  private static let worldWithHole =
    "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90),(-5 -5,-5 5,5 5,5 -5,-5 -5))"
  private static let antarctica = "POLYGON((-180 -90,180 -90,180 -60,0 -55,-180 -60,-180 -90))"
  private static let farSouth = """
    POLYGON((180 -45,165 -45,-63 -45,-63 -57,-77 -57,-77 -45,-180 -45,-180 -90,0 -90,180 -90,
    180 -45))
    """
  private static let tipOverDateLine =
    "POLYGON((100 -40,179 -40,179 -0.5,-179 0,179 0.5,179 40,100 40,100 -40))"
  private static let overlapping =
    "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((5 5,15 5,15 15,5 15,5 5)))"

  @Test(
    arguments: [
      (guamClockwise, 13.4, 144.8, false), (guamClockwise, 13.48, 120.9, true),
      (guamClockwise, -80, 0, true), (guamClockwise, 13.22, 144.7, true),
      (fiji, -17, 179, true), (fiji, -17, -179, true), (fiji, -17, 180, true),
      (fiji, -17, 0, false), (fiji, -21, 179, false),
      ("POLYGON((176 -20,182 -20,182 -15,176 -15,176 -20))", -17, -179, true),
      (fijiFromTheWest, -17, 179, true), (fijiFromTheWest, -17, -177, false),
      (wide, 5, 0, true), (wide, 5, 150, false),
      (restOfWide, 5, 150, true), (restOfWide, 5, 0, false), (restOfWide, 50, 150, false),
      (world, 90, -180, true), (world, 12, 34, true),
      (worldWithHole, 1, 1, false), (worldWithHole, 5, 1, true), (worldWithHole, 6, 1, true),
      (antarctica, -89, 3, true), (antarctica, -57, 180, false),
      (farSouth, -50, 0, true), (farSouth, -50, -70, false),
      (tipOverDateLine, 0, -179.5, true), (tipOverDateLine, 0, 0, false),
      (tipOverDateLine, 0, 150, true),
      ("POLYGON((-180 0,-170 0,-170 10,-180 10,-180 0))", 5, 180, true),
      ("POLYGON((170 0,180 0,180 10,170 10,170 0))", 5, -180, true),
      (overlapping, 7, 7, true), (overlapping, 3, 12, false),
    ] as [(String, Double, Double, Bool)])
  func `what it holds`(wkt: String, latitude: Double, longitude: Double, isInside: Bool) throws {
    let region = try Region(wkt: wkt)
    #expect(region.contains(latitude: latitude, longitude: longitude) == isInside)
  }

  @Test(
    arguments: [
      (91, 0), (-91, 0), (0, 181), (0, -181), (.nan, 0), (0, .nan), (.infinity, 0), (0, -.infinity),
    ] as [(Double, Double)])
  func `nothing is beyond the world, not even of a complement`(
    latitude: Double, longitude: Double
  ) throws {
    for wkt in [
      "POLYGON((0 0,0 1,1 1,0 0))", "POLYGON((-200 -90,160 -90,160 90,-200 90,-200 -90))",
    ] {
      #expect(try !Region(wkt: wkt).contains(latitude: latitude, longitude: longitude))
    }
  }

  @Test(arguments: [
    (
      "POLYGON((0 0,0 1,1 1,0 0))", 8,
      "WKT: character 9: this exterior ring is clockwise: GBIF wants it anticlockwise"
    ),
    (
      "POLYGON((0 0,9 0,9 9,0 0),(4 3,5 3,5 4,4 3))", 26,
      "WKT: character 27: this hole is anticlockwise: GBIF wants it clockwise"
    ),
  ])
  func `what GBIF would not take`(wkt: String, offset: Int, message: String) throws {
    let objection = try Region(wkt: wkt).objection
    #expect(objection?.offset == offset)
    #expect(objection?.description == message)
  }

  @Test func `regions of one text are equal, and a part of a text is enough`() throws {
    let words = "within POLYGON((0 0,1 0,1 1,0 0))"
    let region = try Region(wkt: words.dropFirst(7))
    #expect(try region == Region(wkt: "POLYGON((0 0,1 0,1 1,0 0))"))
    #expect(try region != Region(wkt: "POLYGON ((0 0,1 0,1 1,0 0))"))
    #expect(region.pointCount == 4)
  }

  @Test(arguments: [1e-3, 1e-6, 1e-9, 1e-12, 1e-100, 1e-150])
  func `regions of any size`(size: Double) throws {
    for start in [0.0, 50] where start + size > start {
      let end = start + size
      let region = try Region(
        wkt:
          "POLYGON((\(start) \(start),\(end) \(start),\(end) \(end),\(start) \(end),\(start) \(start)))"
      )
      #expect(region.contains(latitude: start, longitude: end))
      #expect(region.contains(latitude: (start + end) / 2, longitude: (start + end) / 2))
      #expect(!region.contains(latitude: end.nextUp, longitude: start))
      #expect(!region.contains(latitude: end, longitude: start.nextDown))
    }
  }
}
