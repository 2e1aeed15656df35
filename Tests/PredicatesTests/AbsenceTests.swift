import Testing

@testable import Predicates

/// What is asked of GBIF so that `not` means there what it means here.
struct AbsenceTests {
  /// Words, and those that GBIF is asked.
  @Test(arguments: [
    ("year = 1", "year = 1"), ("year is null", "year is null"),
    ("not year = 1", "not year = 1 or year is null"),
    ("year not in (1, 2)", "not year in (1, 2) or year is null"),
    ("not year is null", "year is not null"), ("not year is not null", "year is null"),
    ("not not year = 1", "year = 1"), ("not not not year < 1", "not year < 1 or year is null"),
    (
      "not (year = 1 and month = 2)",
      "(not year = 1 or year is null) or (not month = 2 or month is null)"
    ),
    (
      "not (year = 1 or month = 2)",
      "(not year = 1 or year is null) and (not month = 2 or month is null)"
    ),
    (
      "day = 3 and not (year = 1 or not month = 2)",
      "day = 3 and ((not year = 1 or year is null) and month = 2)"
    ),
    ("not geoDistance(1, 2, 5km)", "not geoDistance(1, 2, 5km) or decimalLatitude is null"),
  ])
  func `not stands beside absence`(_ words: String, _ asked: String) throws {
    #expect(try Predicate(words: words, for: .gbif).withAbsence.description == asked)
  }
}
