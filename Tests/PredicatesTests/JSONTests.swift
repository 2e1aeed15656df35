import GBIF
import Testing

@testable import Predicates

/// Predicates in GBIF's JSON.
struct JSONTests {
  private static func read(_ json: String, for audience: Audience = .records) throws -> Predicate? {
    try Predicate.reading(json: Array(json.utf8), for: audience)
  }

  /// GBIF's JSON, and the same in words.
  @Test(arguments: [
    (#"{"type":"equals","key":"YEAR","value":2010}"#, "year = 2010"),
    (#"{"type":"equals","key":"YEAR","value":"2010","matchCase":false}"#, "year = 2010"),
    (
      #"{"type":"equals","key":"LIFE_STAGE","value":"Larva","matchCase":"true"}"#,
      "lifeStage = Larva matchCase"
    ),
    (#"{"type":"equals","key":"HAS_COORDINATE","value":true}"#, "hasCoordinate = true"),
    (#"{"type":"equals","key":"taxonKey","value":"5"}"#, "taxonKey = 5"),
    (
      #"{"type":"in","key":"TAXON_KEY","values":["BSJCX",3],"checklistKey":"7ddf754f"}"#,
      "taxonKey in (BSJCX, 3) checklistKey 7ddf754f"
    ),
    (
      #"{"type":"like","key":"CATALOG_NUMBER","value":"PAPS5-560*"}"#,
      "catalogNumber like PAPS5-560*"
    ),
    (#"{"type":"lessThan","key":"YEAR","value":"1900"}"#, "year < 1900"),
    (
      #"{"type":"greaterThanOrEquals","key":"EVENT_DATE","value":"2010-05"}"#,
      "eventDate >= 2010-05"
    ),
    (#"{"type":"isNull","parameter":"SPECIES_KEY"}"#, "speciesKey is null"),
    (#"{"type":"isNotNull","parameter":"ISSUE"}"#, "issue is not null"),
    (
      #"{"type":"not","predicate":{"type":"equals","key":"MEDIA_TYPE","value":"Sound"}}"#,
      "not media.type = Sound"
    ),
    (
      #"{"type":"and","predicates":[{"type":"or","predicates":[{"type":"equals","key":"MONTH","value":"1"},{"type":"equals","key":"MONTH","value":"2"}]},{"type":"isNotNull","parameter":"YEAR"}]}"#,
      "(month = 1 or month = 2) and year is not null"
    ),
    (
      #"{"type":"within","geometry":"POLYGON((0 0,1 0,1 1,0 1,0 0))"}"#,
      #"within "POLYGON((0 0,1 0,1 1,0 1,0 0))""#
    ),
    (
      #"{"type":"geoDistance","latitude":"52.1","longitude":4.3,"distance":"5km"}"#,
      "geoDistance(52.1, 4.3, 5km)"
    ),
    (
      #"{"creator":"me","format":"DWCA","type":"OCCURRENCE","predicate":{"type":"equals","key":"YEAR","value":"1"}}"#,
      "year = 1"
    ),
  ])
  func `JSON and words say the same`(_ json: String, _ words: String) throws {
    let predicate = try #require(try Self.read(json))
    #expect(predicate.description == words)
    #expect(try Predicate(words: words) == predicate)
    let written = try #require(predicate.json)
    #expect(try Predicate.reading(json: written) == predicate)
  }

  @Test func `JSON is written as GBIF writes it`() throws {
    let words = "taxonKey in (797, 5343) and not lifeStage = Larva and geoDistance(1, -2, 5km)"
    let json = try #require(try Predicate(words: words).json)
    #expect(
      String(decoding: json, as: UTF8.self) == #"{"type":"and","predicates":["#
        + #"{"type":"in","key":"TAXON_KEY","values":["797","5343"]},"#
        + #"{"type":"not","predicate":{"type":"equals","key":"LIFE_STAGE","value":"Larva"}},"#
        + #"{"type":"geoDistance","latitude":"1","longitude":"-2","distance":"5km"}]}"#)
  }

  @Test(arguments: [
    "a = 1", "year = 1 and a = 1", "not a = 1", "spdx(media.license) = x", "year matches /1/",
  ])
  func `what GBIF does not know has no JSON`(_ words: String) throws {
    #expect(try Predicate(words: words).json == nil)
  }

  @Test func `a request without a predicate asks for everything`() throws {
    #expect(try Self.read(#"{"format":"DWCA"}"#) == nil)
    #expect(try Self.read(#"{"format":"DWCA","predicate":null}"#) == nil)
  }

  /// JSON with a caret before the place, and the reason.
  @Test(arguments: [
    ("^x", "a predicate or a request for a download is a JSON object"),
    (#"{"type":"equals","key":"YEAR","value":1^"#, "the text ends in the middle of the object"),
    ("^{}", "neither a predicate nor a request for a download"),
    (#"^{"sql":"SELECT"}"#, "a request in SQL has no predicate"),
    (#"{"type":^"equal","key":"YEAR","value":1}"#, "GBIF has no predicate of the type 'equal'"),
    (#"{"type":"equals","key":^"YEER","value":1}"#, "GBIF has no key 'YEER'"),
    (#"^{"type":"equals","key":"YEAR"}"#, "this predicate lacks 'value'"),
    (#"{"type":"equals","key":"YEAR","value":^"x"}"#, "'x' is no whole number"),
    (#"{"type":"equals","key":"YEAR","value":^[1]}"#, "a value is text or a number"),
    (
      #"{"type":"in","key":"YEAR","value":^[1]}"#,
      "this predicate has no 'value', but key, values, matchCase, checklistKey"
    ),
    (#"{"type":"in","key":"YEAR","values":^[]}"#, "'values' is a list of at least one"),
    (#"{"type":"in","key":"YEAR","values":^1}"#, "'values' is a list of at least one"),
    (#"{"type":"and","predicates":^[]}"#, "'predicates' is a list of at least one"),
    (#"{"type":"and","predicates":[{"type":"isNull",^"key":"YEAR"}]}"#, ""),
    (#"{"type":"not","predicate":^3}"#, "a predicate is an object"),
    (
      #"^{"type":"lessThan","key":"LOCALITY","value":"x"}"#,
      "GBIF compares numbers and dates so, not LOCALITY"
    ),
    (#"^{"type":"like","key":"YEAR","value":"2*"}"#, "GBIF's like is for text, not for YEAR"),
    (
      #"{"type":"equals","key":"YEAR","value":1,"matchCase":^"no"}"#, "'matchCase' is true or false"
    ),
    (#"{"type":"within","geometry":^"POLYGON((0 0,1 0,1 1))"}"#, ""),
    (#"^{"type":"geoDistance","latitude":"1","longitude":"2","distance":"far"}"#, ""),
    (#"{"type":"range","key":^"YEAR","value":"1"}"#, ""),
  ])
  func `what is wrong is shown with its place`(_ marked: String, _ reason: String) throws {
    let json = marked.replacing("^", with: "", maxReplacements: 1)
    let error = try #require(throws: PredicateError.self) { try Self.read(json) }
    if !reason.isEmpty {
      #expect(error.reason == reason)
      #expect(error.offset == marked.prefix { $0 != "^" }.count)
    }
  }
}
