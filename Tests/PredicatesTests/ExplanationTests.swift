import Testing

@testable import Predicates

/// What `--explain` shows.
struct ExplanationTests {
  @Test func `a predicate is shown as a tree, with its fields and GBIF's JSON`() throws {
    let predicate = try Predicate(words: "(year >= 2010 or year is null) and not COUNTRY = dk")
    #expect(
      Explanation(predicate).lines == [
        "words:", "  (year >= 2010 or year is null) and not countryCode = DK", "tree:", "  and",
        "    or", "      year >= 2010", "      year is null", "    not",
        "      countryCode = DK", "fields:", "  year", "  countryCode", "GBIF's JSON:",
        #"  {"type":"and","predicates":[{"type":"or","predicates":["#
          + #"{"type":"greaterThanOrEquals","key":"YEAR","value":"2010"},"#
          + #"{"type":"isNull","parameter":"YEAR"}]},{"type":"not","predicate":"#
          + #"{"type":"equals","key":"COUNTRY","value":"DK"}}]}"#,
      ])
  }

  @Test func `what GBIF does not know is shown with its place`() throws {
    let explanation = Explanation(try Predicate(words: "year = 2010 and media.creator = x"))
    #expect(
      explanation.json == [
        "none: GBIF has no key for media.creator", "year = 2010 and media.creator = x",
        "                ^",
      ])
  }

  @Test func `a column under its own name is GBIF's key`() throws {
    #expect(
      Explanation(try Predicate(words: "mediaType = Sound")).json
        == [#"{"type":"equals","key":"MEDIA_TYPE","value":"Sound"}"#])
  }

  @Test func `no words are all records`() {
    #expect(Explanation(nil).tree == ["all records"])
  }
}
