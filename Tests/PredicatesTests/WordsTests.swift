import GBIF
import Records
import Testing
import Values

@testable import Predicates

/// Predicates in words, and what they mean.
struct WordsTests {
  private static func term(_ text: String) -> Term {
    guard let expression = try? FieldExpression(text) else { preconditionFailure(text) }
    return Term(expression, for: .records)
  }

  private static func equals(_ field: String, _ value: String) -> Predicate {
    .equals(term(field), value, Matching())
  }

  private static func isIn(_ field: String, _ values: [String]) -> Predicate {
    .isIn(term(field), values, Matching())
  }

  static let a = equals("a", "1")
  static let b = equals("b", "2")
  static let c = equals("c", "3")

  static let cases: [(String, Predicate)] = [
    ("a = 1", a), ("a=1", a), ("  a\t=\n1  ", a), ("(a = 1)", a), ("((a = 1))", a),
    ("a < 1", .compare(term("a"), .lessThan, "1")),
    ("a <= 1", .compare(term("a"), .lessThanOrEquals, "1")),
    ("a > 1", .compare(term("a"), .greaterThan, "1")),
    ("a >= 1", .compare(term("a"), .greaterThanOrEquals, "1")),
    ("a>=1", .compare(term("a"), .greaterThanOrEquals, "1")), ("a != 1", .not(a)),
    ("a in (1)", isIn("a", ["1"])), ("a in (1, x,'y z')", isIn("a", ["1", "x", "y z"])),
    ("a not in (1)", .not(isIn("a", ["1"]))), ("a is null", .isNull(term("a"))),
    ("a is not null", .isNotNull(term("a"))),
    ("A IN (1) AND b IS NULL", .and([isIn("A", ["1"]), .isNull(term("b"))])),
    ("a like x*", .like(term("a"), "x*", Matching())),
    ("a not like 'x ?'", .not(.like(term("a"), "x ?", Matching()))),
    ("a matches /x+/", .matches(term("a"), Pattern("x+"))),
    ("a not matches /x/i", .not(.matches(term("a"), Pattern("x", ignoresCase: true)))),
    (#"a matches /\/\d (x)=/"#, .matches(term("a"), Pattern(#"/\d (x)="#))),
    // Binding.
    ("a = 1 and b = 2 and c = 3", .and([a, b, c])), ("a = 1 or b = 2 or c = 3", .or([a, b, c])),
    ("a = 1 or b = 2 and c = 3", .or([a, .and([b, c])])),
    ("a = 1 and b = 2 or c = 3", .or([.and([a, b]), c])),
    ("(a = 1 or b = 2) and c = 3", .and([.or([a, b]), c])),
    ("not a = 1 and b = 2", .and([.not(a), b])),
    ("not (a = 1 and b = 2)", .not(.and([a, b]))), ("not not a = 1", .not(.not(a))),
    // Values and names.
    ("a = \"x y\"", equals("a", "x y")), ("a = 'x'", equals("a", "x")), ("a = ''", equals("a", "")),
    ("a = 'it''s'", equals("a", "it's")), ("a = \"\"\"\"", equals("a", "\"")),
    ("a = and", equals("a", "and")), ("a = IN", equals("a", "IN")),
    ("a in (IN, NO)", isIn("a", ["IN", "NO"])), ("a = -1.5", equals("a", "-1.5")),
    ("a = http://x.org/y?z#1", equals("a", "http://x.org/y?z#1")),
    ("a = null", equals("a", "null")), ("a = é🦋", equals("a", "é🦋")),
    ("and = 1", equals("and", "1")), ("within = 1", equals("within", "1")),
    ("spdx = 1", equals("spdx", "1")),
    ("`a b` = 1", equals("`a b`", "1")), ("`a``b`.c = 1", equals("`a``b`.c", "1")),
    ("dc:type = 1", equals("dc:type", "1")),
    ("spdx(media.license) = CC0-1.0", equals("spdx(media.license)", "CC0-1.0")),
    ("host( media.identifier ) = x", equals("host(media.identifier)", "x")),
    // Keys of GBIF under any name.
    ("COUNTRY = dk", .equals(key("COUNTRY"), "DK", Matching())),
    ("countryCode = dk", .equals(key("COUNTRY"), "dk", Matching())),
    ("media.type = Sound", .equals(key("MEDIA_TYPE"), "Sound", Matching())),
    ("hasGeospatialIssue = x", .equals(key("HAS_GEOSPATIAL_ISSUE"), "x", Matching())),
    (
      "country = Denmark",
      .equals(.field(FieldExpression(of: FieldPath(names: ["country"]))), "Denmark", Matching())
    ),
    (
      "BASIS_OF_RECORD = PreservedSpecimen",
      .equals(key("BASIS_OF_RECORD"), "PRESERVED_SPECIMEN", Matching())
    ),
    // What may follow a value.
    ("a = 1 matchCase", .equals(term("a"), "1", Matching(matchesCase: true))),
    (
      "a in (1) MATCHCASE and b = 2",
      .and([.isIn(term("a"), ["1"], Matching(matchesCase: true)), b])
    ),
    (
      "taxonKey = X checklistKey y matchCase",
      .equals(key("TAXON_KEY"), "X", Matching(matchesCase: true, checklistKey: "y"))
    ),
  ]

  private static func key(_ name: String) -> Term {
    guard let key = SearchKey.named(name) else { preconditionFailure(name) }
    return .key(key)
  }

  @Test(arguments: cases)
  func `words mean a tree`(_ words: String, _ predicate: Predicate) throws {
    #expect(try Predicate(words: words) == predicate)
  }

  /// The words, with a caret before the place, and the reason.
  @Test(arguments: [
    ("^", "a field is expected here"),
    ("a ^", "a comparison is expected here: = != < <= > >= in like matches is"),
    ("a =^", "a value is expected here"), ("a = ^= 1", "a value is expected here"),
    ("a = 1 ^b = 2", "'and', 'or' or the end is expected here"),
    ("a = 1 and^", "a field is expected here"),
    ("a = 1 or or ^b = 2", "a comparison is expected here: = != < <= > >= in like matches is"),
    ("(a = 1^", "')' is expected here"), ("a = 1^)", "'and', 'or' or the end is expected here"),
    ("^= 1", "a field is expected here"), ("^'a' = 1", "a field is expected here"),
    ("a in ^1", "'(' or '@' and a file's name is expected here"),
    ("a in (^)", "a value is expected here"),
    ("a in (1,^)", "a value is expected here"), ("a in (1 ^2)", "')' is expected here"),
    ("a in (1^", "')' is expected here"), ("a is ^", "'null' is expected here"),
    ("a is not ^1", "'null' is expected here"),
    ("a not ^= 1", "a comparison is expected here: = != < <= > >= in like matches is"),
    ("a = ^'x", "this quote is not closed"), ("a = ^\"x'", "this quote is not closed"),
    ("^`a = 1", "this backquote is not closed"), ("^a..b = 1", "'a..b' names no field"),
    ("^.a = 1", "'.a' names no field"), ("a ^! 1", "'!' is not expected here"),
    ("a = 1; ^b = 2", "'and', 'or' or the end is expected here"),
    ("not^", "a field is expected here"),
    ("é = ^=", "a value is expected here"),
    ("a like^", "a value is expected here"), ("a like ^(x)", "a value is expected here"),
    ("a matches ^x", "a regular expression between slashes is expected here"),
    ("a matches ^/x", "this regular expression is not closed"),
    ("a matches /x(^/", "missing closing parenthesis"),
    ("spdx(^)", "a field is expected here"), ("spdx(a ^= 1", "')' is expected here"),
    ("within ^POINT (1 2)", "'POLYGON' or 'MULTIPOLYGON' is expected here, not 'POINT'"),
    ("geoDistance(1, 2^)", "',' is expected here"),
    ("^geoDistance(91, 2, 5km) or a = 1", "latitude: it is from -90 to 90, not '91'"),
    ("^geoDistance(1, 2, far)", "distance: a number is expected here, as in '5km'"),
    ("year = ^MMX", "'MMX' is no whole number"), ("year >= ^2010.5", "'2010.5' is no whole number"),
    ("elevation > ^high", "'high' is no number"),
    (
      "eventDate < ^yesterday",
      "'yesterday' is no date: 2010, 2010-05, 2010-05-31 or 2010-05/2010-08 are"
    ),
    ("COUNTRY in (DK, ^Denmark)", "'Denmark' is no country of two letters"),
    ("DATASET_KEY = ^x", "'x' is no key of the form 8-4-4-4-12"),
    ("HAS_COORDINATE = ^yes", "'yes' is neither true nor false"),
    (
      "MEDIA_TYPE = ^Picture",
      "'Picture' is none of StillImage, MovingImage, Sound, InteractiveResource"
    ),
    ("^LOCALITY < 5", "GBIF compares numbers and dates so, not LOCALITY"),
    ("^YEAR like 20*", "GBIF's like is for text, not for YEAR"),
    (
      "^MEASUREMENT_TYPE = x",
      "MEASUREMENT_TYPE is known to GBIF alone, records have no field for it"
    ),
    (
      "^geoDistance = 1",
      "write within POLYGON ((…)) or geoDistance(latitude, longitude, 5km) for a place"
    ),
    ("a in ^@list", "list: is not read here"),
  ])
  func `what is wrong is shown with its place`(_ marked: String, _ reason: String) throws {
    let words = marked.replacing("^", with: "", maxReplacements: 1)
    let error = try #require(Self.fault(of: words))
    #expect(error.offset == marked.prefix { $0 != "^" }.count)
    #expect(error.description == reason)
    #expect(error.illustration.last == String(repeating: " ", count: error.offset) + "^")
  }

  private static func fault(of words: String) -> PredicateError? {
    do throws(PredicateError) {
      _ = try Predicate(words: words)
      return nil
    } catch {
      return error
    }
  }

  @Test func `of words over several lines the one with the place is shown`() {
    let error = Self.fault(of: "a = 1\n\tand\r\nb ? 2")
    #expect(error?.illustration == ["b ? 2", "  ^"])
  }

  @Test func `of a long line a piece is shown`() {
    let error = Self.fault(of: String(repeating: "a = 1 or ", count: 100) + "b ? 2")
    #expect(error?.illustration.allSatisfy { $0.count <= 121 } == true)
    #expect(error?.illustration.first?.hasSuffix("or b ? 2") == true)
  }

  @Test func `for GBIF only its own keys may be named`() {
    for words in ["media.creator = x", "spdx(media.license) = x", "year matches /2/"] {
      #expect(throws: PredicateError.self) { try Predicate(words: words, for: .gbif) }
      #expect(throws: Never.self) { try Predicate(words: words, for: .records) }
    }
    #expect(throws: Never.self) { try Predicate(words: "mediaType = Sound", for: .gbif) }
    #expect(throws: Never.self) { try Predicate(words: "MEASUREMENT_TYPE = x", for: .gbif) }
  }

  @Test(arguments: ["(", "not "])
  func `nesting has an end`(_ opening: String) {
    let words = String(repeating: opening, count: 100_000) + "a = 1"
    #expect(Self.fault(of: words)?.description == "nested too deep")
  }

  @Test func `nesting of 100 is no trouble`() throws {
    let words = String(repeating: "(", count: 100) + "a = 1" + String(repeating: ")", count: 100)
    #expect(try Predicate(words: words) == Self.a)
  }
}
