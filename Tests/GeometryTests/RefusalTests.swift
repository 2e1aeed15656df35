import Geometry
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    ("", 0, "'POLYGON' or 'MULTIPOLYGON' is expected here, not the end"),
    ("  ", 2, "'POLYGON' or 'MULTIPOLYGON' is expected here, not the end"),
    ("POINT(1 2)", 0, "'POLYGON' or 'MULTIPOLYGON' is expected here, not 'POINT'"),
    (
      "SRID=4326;POLYGON((0 0,1 0,1 1,0 0))", 0,
      "an SRID is not taken: longitudes and latitudes are those of WGS 84"
    ),
    ("((0 0,1 0,1 1,0 0))", 0, "'POLYGON' or 'MULTIPOLYGON' is expected here, not '('"),
    ("POLYGON", 7, "'(' is expected here, not the end"),
    ("POLYGON EMPTY", 8, "an empty polygon holds nothing"),
    ("MULTIPOLYGON empty", 13, "an empty polygon holds nothing"),
    (
      "POLYGON Z((0 0 1,1 0 1,1 1 1,0 0 1))", 8,
      "'Z' is not taken: a point is a longitude and a latitude"
    ),
    (
      "POLYGON zm ((0 0 1 1,1 0 1 1,1 1 1 1,0 0 1 1))", 8,
      "'ZM' is not taken: a point is a longitude and a latitude"
    ),
    ("POLYGON OF((0 0,1 0,1 1,0 0))", 8, "'(' is expected here, not 'OF'"),
    ("POLYGON((0 0 1,1 0 1,1 1 1,0 0 1))", 13, "',' or ')' is expected here, not '1'"),
    ("POLYGON(0 0,1 0,1 1,0 0)", 8, "'(' is expected here, not '0'"),
    (
      "POLYGON((30.1 10.1,40 40,20 40,10 20,30.1 a))", 42,
      "a number is expected here, a latitude, not 'a'"
    ),
    (
      "POLYGON((30.1 10.1,40 40,20 40,10 20,30.1 '10.1'))", 42,
      "a number is expected here, a latitude, not ''10.1''"
    ),
    (
      "POLYGON((30.1 10.1,40 40,20 40,10 20,30.1 10.1)", 47,
      "',' or ')' is expected here, not the end"
    ),
    ("POLYGON((30,10,40 40))", 11, "a number is expected here, a latitude, not ','"),
    ("POLYGON((nan 0,1 0,1 1,nan 0))", 9, "a number is expected here, a longitude, not 'nan'"),
    ("POLYGON((0x1 0,1 0,1 1,0x1 0))", 9, "a number is expected here, a longitude, not '0x1'"),
    (
      "POLYGON((1e999 0,1 0,1 1,1e999 0))", 9, "a number is expected here, a longitude, not '1e999'"
    ),
    ("POLYGON((1-2 0,1 0,1 1,1-2 0))", 9, "a number is expected here, a longitude, not '1-2'"),
    ("POLYGON((0 0,1 0,1 1,0 0),)", 26, "'(' is expected here, not ')'"),
    ("POLYGON((0 0,1 0,1 1,0 0)) x", 27, "the end is expected here, not 'x'"),
    ("POLYGON((0 0,1 0,1 1,0 0)))", 26, "the end is expected here, not ')'"),
    (
      "POLYGON((0 0,1 0,1 1,0 1))", 21, "this ring does not close: its last point must be its first"
    ),
    ("POLYGON((0 0))", 9, "this ring does not close: its last point must be its first"),
    ("POLYGON((0 0,1 0,0 0))", 8, "a ring has at least 4 points, this one 3"),
    ("POLYGON((0 0,9 0,9 9,0 0),(2 1,3 1,2 1))", 26, "a ring has at least 4 points, this one 3"),
    ("POLYGON((0 0,1 0,2 0,0 0))", 8, "this ring encloses no area"),
    ("POLYGON((0 0,1 91,2 0,0 0))", 15, "a latitude is from -90 to 90, not '91'"),
    ("POLYGON((0 0,541 1,2 0,0 0))", 13, "a longitude is from -540 to 540, not '541'"),
    (
      "POLYGON((-200 -88,200 -88,200 88,-200 88,-200 -88))", 8,
      "this ring is wider than 360 degrees"
    ),
    ("MULTIPOLYGON(((0 0,1 0,1 1,0 0)),)", 33, "'(' is expected here, not ')'"),
    ("MULTIPOLYGON((0 0,1 0,1 1,0 0))", 14, "'(' is expected here, not '0'"),
    (
      "POLYGON((0 0,1 0,\u{e9}\r\n1,0 0))", 17,
      "a number is expected here, a longitude, not '\u{e9}'"
    ),
    ("POLYGON((0 0,\r\n1 0,\r\n1 x,0 0))", 21, "a number is expected here, a latitude, not 'x'"),
    (
      "POLYGON((012345678901234567890123456x", 9,
      "a number is expected here, a longitude, not '012345678901234567890123…'"
    ),
  ])
  func `the place and what was expected`(wkt: String, offset: Int, reason: String) {
    let error = #expect(throws: GeometryError.self) { try Region(wkt: wkt) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
    #expect(error?.description == "WKT: character \(offset + 1): \(reason)")
  }

  @Test func `10,000 points and no more`() throws {
    func wkt(_ count: Int) -> String {
      let steps = (0..<count - 3).map { "\(Double($0) / 1000) \($0 % 2)" }
      return "POLYGON((" + (steps + ["20 80", "0 80", steps[0]]).joined(separator: ",") + "))"
    }
    #expect(try Region(wkt: wkt(10_000)).pointCount == 10_000)
    let error = #expect(throws: GeometryError.self) { try Region(wkt: wkt(10_001)) }
    #expect(error?.reason == "more than 10,000 points, which is all that GBIF takes")
    #expect(error?.offset == wkt(10_001).count - 7)
  }
}
