internal import Geometry
internal import Records
internal import Values

extension WordsParser {
  /// `within POLYGON ((…))`, in quotes or without.
  mutating func within() throws(PredicateError) -> Predicate {
    advance()
    let (text, start) = try wellKnownText()
    let region: Region
    do { region = try Region(wkt: text) } catch {
      throw fault(error.reason, at: start + error.offset)
    }
    if audience == .gbif, let objection = region.objection {
      throw fault(objection.reason, at: start + objection.offset)
    }
    return .within(region)
  }

  /// The text of a geometry, and the character where it begins.
  private mutating func wellKnownText() throws(PredicateError) -> (String, Int) {
    let first = next
    advance()
    if case .quoted(let text) = first.kind { return (text, first.offset + 1) }
    var depth = 0
    var end = first.range.upperBound
    while depth > 0 || next.kind == .symbol("(") {
      if next.kind == .end { throw fault("')' is expected here") }
      if next.kind == .symbol("(") { depth += 1 }
      if next.kind == .symbol(")") { depth -= 1 }
      end = next.range.upperBound
      advance()
      if depth == 0 { break }
    }
    let characters = Array(words)
    return (String(characters[first.offset..<end]), first.offset)
  }

  /// `geoDistance(latitude, longitude, 5km)`.
  mutating func geoDistance() throws(PredicateError) -> Predicate {
    let name = next
    advance()
    try expect(symbol: "(")
    let latitude = try value()
    try expect(symbol: ",")
    let longitude = try value()
    try expect(symbol: ",")
    let distance = try value()
    try expect(symbol: ")")
    do {
      return .geoDistance(try Circle(latitude: latitude, longitude: longitude, distance: distance))
    } catch {
      throw fault("\(error.subject): \(error.reason)", at: name.offset)
    }
  }

  /// `media.license`, `spdx(media.license)`.
  mutating func fieldExpression() throws(PredicateError) -> FieldExpression {
    guard case .word(let name) = next.kind else { throw fault("a field is expected here") }
    guard following.kind == .symbol("("), let function = FieldExpression.Function(rawValue: name)
    else {
      let path = try fieldPath()
      return FieldExpression(of: path)
    }
    advance()
    try expect(symbol: "(")
    let path = try fieldPath()
    try expect(symbol: ")")
    return FieldExpression(function, of: path)
  }

  private mutating func fieldPath() throws(PredicateError) -> FieldPath {
    guard case .word(let name) = next.kind else { throw fault("a field is expected here") }
    guard let path = FieldPath(name) else { throw fault("'\(name)' names no field") }
    advance()
    return path
  }
}
