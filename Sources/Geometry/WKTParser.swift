/// Reads polygons in well-known text (OGC 06-103r4, section 7), by recursive descent.
struct WKTParser {
  /// How many points GBIF takes.
  private static let maximumCount = 10_000

  private var scanner: WKTScanner
  /// How many points were read, those that close a ring included.
  private(set) var count = 0

  init(_ text: String) { scanner = WKTScanner(text) }

  /// All polygons of the text.
  mutating func polygons() throws(GeometryError) -> [Polygon] {
    let isMultiple = try keyword() == "MULTIPOLYGON"
    try refuseDimensions()
    let polygons =
      isMultiple
      ? try list(of: { p throws(GeometryError) in try p.polygon() })
      : [try polygon()]
    guard scanner.isAtEnd else {
      throw scanner.fault("the end is expected here, not \(scanner.found)")
    }
    return polygons
  }

  private mutating func keyword() throws(GeometryError) -> String {
    let start = scanner.byte
    let found = scanner.found
    let word = scanner.word()
    if word == "POLYGON" || word == "MULTIPOLYGON" { return word }
    let reason =
      word == "SRID"
      ? "an SRID is not taken: longitudes and latitudes are those of WGS 84"
      : "'POLYGON' or 'MULTIPOLYGON' is expected here, not \(found)"
    throw scanner.fault(at: start, reason)
  }

  /// `Z`, `M`, `ZM` and `EMPTY` may stand before the first bracket.
  private mutating func refuseDimensions() throws(GeometryError) {
    let start = scanner.byte
    switch scanner.word() {
    case "": return
    case "EMPTY": throw scanner.fault(at: start, "an empty polygon holds nothing")
    case let word where ["Z", "M", "ZM"].contains(word):
      throw scanner.fault(
        at: start, "'\(word)' is not taken: a point is a longitude and a latitude")
    case let word: throw scanner.fault(at: start, "'(' is expected here, not '\(word)'")
    }
  }

  private mutating func polygon() throws(GeometryError) -> Polygon {
    let rings = try list { p throws(GeometryError) in try p.ring() }
    let polygon = Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
    if let fault = polygon.fault { throw scanner.fault(at: fault.byte, fault.reason) }
    return polygon
  }

  private mutating func ring() throws(GeometryError) -> Ring {
    let start = scanner.byte
    var last = start
    let positions = try list { p throws(GeometryError) in
      last = p.scanner.byte
      return try p.position()
    }
    guard positions.first == positions.last, positions.count > 1 else {
      throw scanner.fault(at: last, "this ring does not close: its last point must be its first")
    }
    guard positions.count >= 4 else {
      throw scanner.fault(at: start, "a ring has at least 4 points, this one \(positions.count)")
    }
    return Ring(positions, byte: start)
  }

  private mutating func position() throws(GeometryError) -> Position {
    guard count < Self.maximumCount else {
      throw scanner.fault("more than 10,000 points, which is all that GBIF takes")
    }
    count += 1
    let longitude = try scanner.number("longitude", in: -540...540)
    return Position(
      writtenLongitude: longitude, latitude: try scanner.number("latitude", in: -90...90))
  }

  /// Things in brackets, with commas between.
  private mutating func list<Item>(
    of item: (inout WKTParser) throws(GeometryError) -> Item
  ) throws(GeometryError) -> [Item] {
    guard scanner.take("(") else { throw expected("'('") }
    var items = [Item]()
    repeat { items.append(try item(&self)) } while scanner.take(",")
    guard scanner.take(")") else { throw expected("',' or ')'") }
    return items
  }

  private func expected(_ what: String) -> GeometryError {
    scanner.fault("\(what) is expected here, not \(scanner.found)")
  }
}
