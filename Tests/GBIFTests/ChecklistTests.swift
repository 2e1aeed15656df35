import GBIF
import Testing

/// Checklists, extensions, and downloads that GBIF gives a second time.
struct ChecklistTests {
  @Test(arguments: [
    ("backbone", "d7dddbf4-2cf0-4f39-9b2a-bb099caae36c"),
    ("col", "7ddf754f-d193-4cc9-b351-99906754a03b"),
    ("COL", "7ddf754f-d193-4cc9-b351-99906754a03b"),
    ("2D59E5DB-57AD-41FF-97D6-11F5FB264527", "2d59e5db-57ad-41ff-97d6-11f5fb264527"),
    ("wikipedia", nil), ("", nil), ("7ddf754f-d193-4cc9-b351", nil),
    ("gddf754f-d193-4cc9-b351-99906754a03b", nil),
  ])
  func `a checklist has a name or a key`(_ text: String, _ key: String?) {
    #expect(Checklist(text)?.key == key)
  }

  @Test(arguments: [
    ("TAXON_KEY", true), ("SPECIES_KEY", true), ("SCIENTIFIC_NAME", true),
    ("VERBATIM_SCIENTIFIC_NAME", false), ("TAXON_ID", false), ("DATASET_KEY", false),
    ("YEAR", false),
  ])
  func `some keys mean something in one checklist alone`(
    _ name: String, _ isTaxonomic: Bool
  ) throws {
    #expect(try #require(SearchKey.named(name)).isTaxonomic == isTaxonomic)
  }

  @Test func `there are fourteen such keys`() {
    #expect(SearchKey.all.count { $0.isTaxonomic } == 14)
  }

  @Test(arguments: [
    ("Audubon", "http://rs.tdwg.org/ac/terms/Multimedia"),
    ("dnaderiveddata", "http://rs.gbif.org/terms/1.0/DNADerivedData"),
    ("MEASUREMENT_OR_FACT", "http://rs.tdwg.org/dwc/terms/MeasurementOrFact"),
    ("http://example.org/terms/New", "http://example.org/terms/New"), ("Photo", nil), ("", nil),
  ])
  func `an extension has a name or a row type`(_ text: String, _ rowType: String?) {
    #expect(VerbatimExtension(text)?.rowType == rowType)
  }

  private func reused(_ asked: String, _ told: String) throws -> [String]? {
    let request = try DownloadRequest(
      Array(#"{"predicate":1\#(asked)}"#.utf8), named: "p.json", creator: nil)
    let record = #"{"key":"0012150-260108223611665","request":{"predicate":1\#(told)}}"#
    return ReusedDownload(request, record: Array(record.utf8))?.differences
  }

  private static let col = #","checklistKey":"7ddf754f-d193-4cc9-b351-99906754a03b""#
  private static let backbone = #","checklistKey":"d7dddbf4-2cf0-4f39-9b2a-bb099caae36c""#
  private static let images = #","verbatimExtensions":["http://rs.gbif.org/terms/1.0/Image"]"#

  @Test(arguments: [
    ("", ""), (col, col), (backbone, ""), (images, images), (#","verbatimExtensions":[]"#, ""),
    ("", col), ("", images),
  ])
  func `a download is as it was asked for`(_ asked: String, _ told: String) throws {
    #expect(try reused(asked, told) == nil)
  }

  @Test(arguments: [
    (col, "", "its checklist is backbone, not col"),
    (backbone, col, "its checklist is col, not backbone"),
    (images, "", "its verbatim extensions are none"),
    (
      #","verbatimExtensions":[]"#, images,
      "its verbatim extensions are http://rs.gbif.org/terms/1.0/image"
    ),
  ])
  func `a download is another one than was asked for`(
    _ asked: String, _ told: String, _ difference: String
  ) throws {
    #expect(try reused(asked, told) == [difference])
  }
}
