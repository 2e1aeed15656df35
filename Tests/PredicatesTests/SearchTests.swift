import GBIF
import Testing

@testable import Predicates

/// What of a predicate GBIF's search can be asked.
struct SearchTests {
  private func parameters(_ words: String) throws -> String {
    let parameters = try Predicate(words: words, for: .gbif).searchParameters()
    return parameters.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("taxonKey = 797", "taxonKey=797"), ("COUNTRY = dk", "country=DK"),
    ("countryCode in (DK, gb) and year = 2000", "country=DK country=GB year=2000"),
    ("year = 1900 or year in (1950, 2000)", "year=1900 year=1950 year=2000"),
    (
      "MEDIA_TYPE = StillImage and HAS_COORDINATE = TRUE", "mediaType=StillImage hasCoordinate=true"
    ),
    ("recordedBy = \"Smith, J. & co=x\"", "recordedBy=Smith, J. & co=x"),
    ("GADM_LEVEL_0_GID = DNK", "gadmLevel0Gid=DNK"),
    ("RECORDED_BY_ID = x", "recordedById=x"),
  ])
  func `values are parameters`(_ words: String, _ expected: String) throws {
    #expect(try parameters(words) == expected)
  }

  @Test(arguments: [
    ("year >= 1990", "year=1990,*"), ("year <= 1990", "year=*,1990"),
    ("year > 1990", "year=1991,*"), ("year < 1990", "year=*,1989"),
    ("year >= 1900 and countryCode = DK and year <= 1950", "year=1900,1950 country=DK"),
    ("(year >= 1900 and year <= 1910) or year >= 1990", "year=1900,1910 year=1990,*"),
    ("decimalLatitude >= -10.5 and decimalLatitude <= 3", "decimalLatitude=-10.5,3"),
    ("eventDate >= 2010-05", "eventDate=2010-05,*"), ("eventDate = 2010-05", "eventDate=2010-05"),
    ("eventDate = 2010-05/2010-08", "eventDate=2010-05,2010-08"),
    ("year >= 1990 and year >= 1990", "year=1990,*"), ("year = 1 and year = 1", "year=1"),
  ])
  func `a comparison is a range with its ends`(_ words: String, _ expected: String) throws {
    #expect(try parameters(words) == expected)
  }

  @Test(arguments: [
    ("decimalLatitude is not null", "hasCoordinate=true"),
    ("decimalLatitude is null and decimalLongitude is null", "hasCoordinate=false"),
    (
      "MEDIA_TYPE is not null",
      "mediaType=StillImage mediaType=MovingImage mediaType=Sound mediaType=InteractiveResource"
    ),
    ("geoDistance(55.8, 9.80, 5km)", "geoDistance=55.8,9.80,5km"),
    ("within POLYGON ((0 0, 1 0, 1 1, 0 0))", "geometry=POLYGON ((0 0, 1 0, 1 1, 0 0))"),
    ("taxonKey = Q2M4 checklistKey k", "taxonKey=Q2M4 checklistKey=k"),
    (
      "taxonKey in (A, B) checklistKey k and genusKey = C checklistKey k and sex = x",
      "taxonKey=A taxonKey=B genusKey=C sex=x checklistKey=k"
    ),
    ("CHECKLIST_KEY = k and taxonKey = Q", "checklistKey=k taxonKey=Q"),
  ])
  func `some conditions have a parameter of another kind`(
    _ words: String, _ expected: String
  ) throws {
    #expect(try parameters(words) == expected)
  }

  /// The words, and the place that is shown: before it stands `^`.
  @Test(arguments: [
    "^not year = 2000", "sex = x and ^not year = 2000", "^year != 2000",
    "year = 2000 or ^sex = x", "sex = x and (year = 2000 or ^month = 1)",
    "year = 2000 or ^year >= 2010 and sex = x", "year = 1 or (year = 2 or ^sex = x)",
    "year = 2000 and sex = x and ^year = 2001", "year >= 2000 and ^year >= 2001",
    "year = 2000 and ^year >= 1990", "sex = x and (year = 2000 and ^year = 2001)",
    "within \"POLYGON ((0 0, 1 0, 1 1, 0 0))\" and ^within \"POLYGON ((0 0, 2 0, 2 2, 0 0))\"",
    "sex ^like a*", "sex = x and lifeStage ^like a*", "sex ^is null",
    "year = 2000 and sex ^is not null", "decimalLatitude ^< 3", "eventDate ^> 2010",
    "year ^> 9223372036854775807", "sex ^= x matchCase",
    "taxonKey = A checklistKey k and ^genusKey = B",
    "taxonKey = A and ^genusKey = B checklistKey k",
    "taxonKey = A checklistKey k and ^scientificName = B", "^eventDate = 2010-05-01/31",
    "^CHECKLIST_KEY = a and taxonKey = B checklistKey k",
  ])
  func `what the search can't say is shown where it stands`(_ marked: String) throws {
    let words = marked.replacing("^", with: "")
    let predicate = try Predicate(words: words, for: .gbif)
    let error = try #require(throws: PredicateError.self) { try predicate.searchParameters() }
    // The predicate's own words write `!=` in another way.
    let place = marked.replacing("^year !=", with: "^not year =")
    let shown = Array(error.text)
    let offset = min(error.offset, shown.count)
    #expect(String(shown[..<offset]) + "^" + String(shown[offset...]) == place)
  }
}
