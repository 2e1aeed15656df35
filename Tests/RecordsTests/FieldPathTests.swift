import Testing

@testable import Records

/// The names of fields as users write them.
struct FieldPathTests {
  @Test(arguments: [
    ("speciesKey", ["speciesKey"]), ("media.license", ["media", "license"]),
    ("a.b.c", ["a", "b", "c"]),
    ("`a.b`", ["a.b"]), ("`a b`.c", ["a b", "c"]), ("a.`b.c`", ["a", "b.c"]), ("`a``b`", ["a`b"]),
    ("````", ["`"]), ("`a```", ["a`"]), ("dc:type", ["dc:type"]), ("é", ["é"]),
  ])
  func `a path is read, and written as it was`(_ text: String, _ names: [String]) throws {
    let path = try #require(FieldPath(text))
    #expect(path.names == names)
    #expect(path.description == text)
  }

  @Test(arguments: [
    "", ".", "a.", ".a", "a..b", "`a", "a`", "``", "`a`b", "a`b`", "`a```b", "a.`", "url(a)", "a)",
  ])
  func `what names nothing is refused`(_ text: String) {
    #expect(FieldPath(text) == nil)
  }

  @Test(arguments: ["a`b", "a.b", "a b", "`", "``", "a\tb", "a\"b", "f(a)"])
  func `any name can be written and read again`(_ name: String) {
    let path = FieldPath(names: ["x", name])
    #expect(FieldPath(path.description) == path)
  }
}
