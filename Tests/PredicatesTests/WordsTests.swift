import Predicates
import Records
import Testing

/// Predicates in words, and what they mean.
struct WordsTests {
  private static func path(_ text: String) -> FieldPath {
    FieldPath(names: text.split(separator: ".").map(String.init))
  }

  private static func equals(_ field: String, _ value: String) -> Predicate {
    .compare(path(field), .equals, value)
  }

  static let a = equals("a", "1")
  static let b = equals("b", "2")
  static let c = equals("c", "3")

  static let cases: [(String, Predicate)] = [
    ("a = 1", a), ("a=1", a), ("  a\t=\n1  ", a), ("(a = 1)", a), ("((a = 1))", a),
    ("a < 1", .compare(path("a"), .lessThan, "1")),
    ("a <= 1", .compare(path("a"), .lessThanOrEquals, "1")),
    ("a > 1", .compare(path("a"), .greaterThan, "1")),
    ("a >= 1", .compare(path("a"), .greaterThanOrEquals, "1")),
    ("a>=1", .compare(path("a"), .greaterThanOrEquals, "1")), ("a != 1", .not(a)),
    ("a in (1)", .isIn(path("a"), ["1"])),
    ("a in (1, x,'y z')", .isIn(path("a"), ["1", "x", "y z"])),
    ("a not in (1)", .not(.isIn(path("a"), ["1"]))), ("a is null", .isNull(path("a"))),
    ("a is not null", .isNotNull(path("a"))),
    ("A IN (1) AND b IS NULL", .and([.isIn(path("A"), ["1"]), .isNull(path("b"))])),
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
    ("a = and", equals("a", "and")),
    ("a = -1.5", equals("a", "-1.5")),
    ("a = http://x.org/y?z#1", equals("a", "http://x.org/y?z#1")),
    ("a = null", equals("a", "null")), ("a = é🦋", equals("a", "é🦋")),
    ("and = 1", equals("and", "1")),
    ("media.type = StillImage", equals("media.type", "StillImage")),
    ("`a b` = 1", .compare(FieldPath(names: ["a b"]), .equals, "1")),
    ("`a``b`.c = 1", .compare(FieldPath(names: ["a`b", "c"]), .equals, "1")),
    ("dc:type = 1", equals("dc:type", "1")),
  ]

  @Test(arguments: cases)
  func `words mean a tree`(_ words: String, _ predicate: Predicate) throws {
    #expect(try Predicate(words: words) == predicate)
  }

  /// The words, with a caret before the place, and the reason.
  @Test(arguments: [
    ("^", "a field is expected here"),
    ("a ^", "a comparison is expected here: = != < <= > >= in is"),
    ("a =^", "a value is expected here"), ("a = ^= 1", "a value is expected here"),
    ("a = 1 ^b = 2", "'and', 'or' or the end is expected here"),
    ("a = 1 and^", "a field is expected here"),
    ("a = 1 or or ^b = 2", "a comparison is expected here: = != < <= > >= in is"),
    ("(a = 1^", "')' is expected here"), ("a = 1^)", "'and', 'or' or the end is expected here"),
    ("^= 1", "a field is expected here"), ("^'a' = 1", "a field is expected here"),
    ("a in ^1", "'(' is expected here"), ("a in (^)", "a value is expected here"),
    ("a in (1,^)", "a value is expected here"), ("a in (1 ^2)", "')' is expected here"),
    ("a in (1^", "')' is expected here"), ("a is ^", "'null' is expected here"),
    ("a is not ^1", "'null' is expected here"), ("a not ^= 1", "'in' is expected here"),
    ("a = ^'x", "this quote is not closed"), ("a = ^\"x'", "this quote is not closed"),
    ("^`a = 1", "this backquote is not closed"), ("^a..b = 1", "'a..b' names no field"),
    ("^.a = 1", "'.a' names no field"), ("a ^! 1", "'!' is not expected here"),
    ("a = 1; ^b = 2", "'and', 'or' or the end is expected here"),
    ("not^", "a field is expected here"),
    ("é = ^=", "a value is expected here"),
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

  @Test func `words over several lines are shown on one`() {
    let error = Self.fault(of: "a = 1\n\tand\r\nb ? 2")
    #expect(error?.illustration == ["a = 1  and b ? 2", "             ^"])
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
