internal import Geometry
internal import Records

extension PredicateReader {
  /// `within` or `geoDistance`.
  func place(_ tree: JSONTree, _ type: String) throws(PredicateError) -> Predicate {
    type == "within" ? .within(try region(tree)) : .geoDistance(try circle(tree))
  }

  private func region(_ tree: JSONTree) throws(PredicateError) -> Region {
    try allow(["geometry"], in: tree)
    let text = try text("geometry", of: tree)
    let region: Region
    do { region = try Region(wkt: text) } catch {
      let member = try member("geometry", of: tree)
      // Of other shapes than those of areas GBIF may think otherwise.
      let isArea = text.uppercased().contains("POLYGON")
      throw isArea ? fault(error.description, at: member) : doubt(error.description, at: member)
    }
    if audience == .gbif, let objection = region.objection {
      throw fault(objection.description, at: try member("geometry", of: tree))
    }
    return region
  }

  private func circle(_ tree: JSONTree) throws(PredicateError) -> Circle {
    try allow(["latitude", "longitude", "distance"], in: tree)
    let (latitude, longitude) = (try text("latitude", of: tree), try text("longitude", of: tree))
    let distance = try text("distance", of: tree)
    do {
      return try Circle(latitude: latitude, longitude: longitude, distance: distance)
    } catch {
      throw fault("\(error.subject): \(error.reason)", at: tree)
    }
  }
}
