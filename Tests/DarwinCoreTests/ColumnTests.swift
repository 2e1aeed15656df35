import Records
import Testing

@testable import DarwinCore

struct ColumnTests {
  private func names(_ uris: [String], reserved: Set<String> = []) -> [String] {
    let fields = uris.enumerated().map {
      TableDescriptor.Field(term: Term($1), index: $0, defaultValue: nil)
    }
    return ColumnNames(fields, reserved: reserved).columns.map(\.name)
  }

  @Test(arguments: [
    (
      ["http://purl.org/dc/elements/1.1/type", "http://purl.org/dc/terms/type"],
      ["dc:type", "type"]
    ),
    (
      ["http://purl.org/dc/terms/license", "http://rs.tdwg.org/dwc/terms/license"],
      ["dcterms:license", "license"]
    ),
    (
      ["http://rs.gbif.org/terms/1.0/x", "http://purl.org/dc/terms/x"], ["gbif:x", "x"]
    ),
    (["http://a.org/x", "http://b.org/x"], ["x", "http://b.org/x"]),
    (["http://rs.tdwg.org/ac/terms/x", "http://b.org/y"], ["x", "y"]),
    (["http://a.org/x", "http://a.org/x", "http://a.org/x"], ["x", "http://a.org/x"]),
  ])
  func `of equal simple names one keeps it`(uris: [String], expected: [String]) {
    #expect(names(uris) == expected)
  }

  @Test(arguments: [
    ("dwc:recordedBy", "http://rs.tdwg.org/dwc/terms/recordedBy"),
    ("dcterms:type", "http://purl.org/dc/terms/type"), ("DwC:year", "DwC:year"), ("x:y", "x:y"),
  ])
  func `a term may be written with a customary prefix`(name: String, uri: String) {
    #expect(Term(name).uri == uri)
  }

  @Test(arguments: [
    ("http://rs.gbif.org/terms/1.0/Multimedia", true), ("gbif:Image", true), ("multimedia", true),
    ("https://rs.tdwg.org/ac/terms/multimedia/", true), ("http://a.org/Multimedia", false),
    ("http://rs.tdwg.org/dwc/terms/Occurrence", false), ("", false),
  ])
  func `row types of media are known, also where they are misspelt`(uri: String, isMedia: Bool) {
    #expect(Term(uri).isMedia == isMedia)
  }

  @Test func `a term that stands there many times is told once`() {
    let field = TableDescriptor.Field(term: Term("http://a.org/x"), index: 0, defaultValue: nil)
    let names = ColumnNames(Array(repeating: field, count: 50_000), reserved: [])
    #expect(names.columns.count == 2)
    let fate = "stands there twice; the further one is written http://a.org/x"
    #expect(names.warnings == ["the term http://a.org/x \(fate)"])
  }

  @Test(arguments: [
    ("http://rs.tdwg.org/dwc/terms/media", "dwc:media"), ("http://a.org/set", "http://a.org/set"),
    ("image", "column:image"), ("download", "column:download"), ("species", "species"),
  ])
  func `a name of the kit's own is written with a prefix`(uri: String, name: String) {
    #expect(names([uri], reserved: Member.names) == [name])
  }
}
