import Predicates
import Testing

/// How much GBIF counts in a predicate, and what it leaves out.
struct SizeTests {
  @Test(arguments: [
    ("year = 2010", 1), ("year in (2010, 2011, 2012)", 3), ("not year in (2010, 2011)", 2),
    ("year is null or month in (1, 2) and day = 3", 4),
    ("within POLYGON ((0 0, 1 0, 1 1, 0 0))", 1),
  ])
  func `each comparison is an item, and each value of a list`(
    _ words: String, _ count: Int
  ) throws {
    #expect(try Predicate(words: words, for: .gbif).itemCount == count)
  }

  @Test(arguments: [
    ("year = 2010", 0), ("within POLYGON ((0 0, 1 0, 1 1, 0 0))", 4),
    ("within POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 2 2, 3 2, 2 1))", 8),
    ("not within POLYGON ((0 0, 1 0, 1 1, 0 0)) or within POLYGON ((0 0, 2 0, 2 2, 0 0))", 8),
  ])
  func `the points of all regions count`(_ words: String, _ count: Int) throws {
    #expect(try Predicate(words: words, for: .gbif).pointCount == count)
  }

  @Test(arguments: [
    ("year = 2010", false), ("not year = 2010", true), ("not year is null", false),
    ("not year = 2010 or year is null", false), ("not year = 2010 or month is null", true),
    ("not (year = 2010 and month = 1) or decimalLatitude is null", true),
    ("sex = FEMALE and not (year = 2010 or month is null)", true),
    ("not not year = 2010", true),
  ])
  func `under 'not' GBIF leaves out what is absent`(
    _ words: String, _ dropsAbsent: Bool
  ) throws {
    let predicate = try Predicate(words: words, for: .gbif)
    #expect(predicate.dropsAbsent == dropsAbsent)
    #expect(!predicate.withAbsence.dropsAbsent)
  }
}
