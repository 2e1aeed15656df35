import Invocation
import Predicates

/// What can be said of a request before GBIF sees it.
enum RequestCheck {
  /// Each comparison is an item, and of `in` each value (`max_predicate_items` of GBIF's download
  /// service).
  static let mostItems = 101_000
  /// Points of all regions together.
  static let mostPoints = 10_000

  /// What may not be as it was meant in a request in JSON, which goes as it is.
  /// - Throws: `Failure` where GBIF refuses it for certain, with the place.
  static func warnings(of text: [UInt8], named name: String) throws(Failure) -> [String] {
    let predicate: Predicate?
    do {
      predicate = try Predicate.reading(json: text, for: .gbif)
    } catch {
      let message = "\(name):\(error.place.line):\(error.place.column): \(error)"
      if !error.isCertain { return ["\(message), as far as is known here"] }
      throw Failure(.badInput, message, illustration: error.illustration)
    }
    guard let predicate else { return ["\(name): \(everything)"] }
    try checkSize(of: predicate, named: name)
    return predicate.dropsAbsent ? ["\(name): \(absence)"] : []
  }

  private static let everything = "without a predicate this asks for all records of GBIF"

  private static let absence =
    "under 'not' GBIF leaves out records without the field; --where writes 'not' so that it does not"

  /// - Throws: `Failure` where a predicate is larger than GBIF takes.
  static func checkSize(of predicate: Predicate, named name: String) throws(Failure) {
    let sizes = [
      (predicate.itemCount, mostItems, "values and comparisons"),
      (predicate.pointCount, mostPoints, "points of regions"),
    ]
    for (count, most, what) in sizes where count > most {
      throw Failure(.usage, "\(name): \(count) \(what), and GBIF takes \(most)")
    }
  }
}
