import Testing

@testable import Predicates

/// Dates as they stand in cells.
struct DateTests {
  private static let day = 86_400_000

  /// A text, and what it means by its first and last day, counted from 1970-01-01.
  @Test(arguments: [
    ("1970", 0, 364), ("1970-01", 0, 30), ("1970-01-01", 0, 0), ("1972-02", 761, 789),
    ("2000-02-29", 11016, 11016), ("1969-12-31", -1, -1), ("1600-03-01", -135_080, -135_080),
    ("2010-05/2010-08", 14730, 14852), ("2010-05-01/31", 14730, 14760),
    ("2010-05-01/06-02", 14730, 14762), ("2010-05/06", 14730, 14790), ("2010/2011", 14610, 15339),
  ])
  func `a date is all of its days`(_ text: String, _ first: Int, _ last: Int) throws {
    let date = try #require(DateInterval(text))
    #expect(date.start == first * Self.day)
    #expect(date.end == (last + 1) * Self.day)
  }

  @Test(arguments: [
    ("1970-01-01T01", 3_600_000, 7_200_000), ("1970-01-01T01:30", 5_400_000, 5_460_000),
    ("1970-01-01T01:30:05", 5_405_000, 5_406_000), ("1970-01-01T00:00:00.25", 250, 251),
    ("1970-01-01T00:00:00.123456789Z", 123, 124), ("1970-01-01T01:30+02:00", 5_400_000, 5_460_000),
    ("1970-01-01T01:30-0330", 5_400_000, 5_460_000), ("1970-01-01 01:30", 5_400_000, 5_460_000),
  ])
  func `a time of day is as long as it is exact`(_ text: String, _ start: Int, _ end: Int) throws {
    let date = try #require(DateInterval(text))
    #expect(date.start == start && date.end == end)
  }

  @Test(arguments: [
    "", "x", "10", "20100", "2010-", "2010-1", "2010-13", "2010-00", "2010-02-29", "2010-04-31",
    "2010-05-", "2010-05-1", "2010-05-01T", "2010-05-01Tx", "2010-05-01T25", "2010/", "/2010",
    "2011/2010", "2010-05-02/01", "2010-05-01/x", "2010//2011", "2010-05-01T10:00+", "2010 ",
    "1 May 2010", "2010-05-01T10:61",
  ])
  func `what is no date is none`(_ text: String) { #expect(DateInterval(text) == nil) }
}
