import Foundation
import Records
import Testing

@testable import DarwinCore

/// Real archives, good and bad.
///
/// They lie beside the project and are not a part of it.
struct CorpusTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus/archives").path

  private static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(atPath: corpus)
    if !isThere { print("skipped: no archives in \(corpus)") }
    return isThere
  }()

  /// What is to come of an archive: rows of the core, media that join, and media that don't.
  private static let counts: [(file: String, rows: Int, media: Int, orphans: Int)] = [
    ("python-dwca-reader/dwca-noheaders-1.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-noheaders-2.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-ids.zip", 4, 0, 0),
    ("python-dwca-reader/dwca-2extensions.zip", 4, 0, 0),
    ("python-dwca-reader/dwca-star-test-archive.zip", 4, 0, 0),
    ("python-dwca-reader/dwca-orphaned-rows.zip", 4, 0, 0),
    ("python-dwca-reader/dwca-test-default.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-partial-default.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-meta-default-values", 2, 0, 0),
    ("python-dwca-reader/dwca-simple-test-archive-enclosed.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-csv-quote-dir", 2, 0, 0),
    ("python-dwca-reader/dwca-simple-dir", 4, 0, 0),
    ("python-dwca-reader/dwca-utf8-eol-test.zip", 1, 0, 0),
    ("python-dwca-reader/dwca-simple-csv-dos.zip", 3, 0, 0),
    ("python-dwca-reader/dwca-simple-csv.zip", 3, 0, 0),
    ("python-dwca-reader/dwca-simple-csv-notenclosed.zip", 3, 0, 0),
    ("python-dwca-reader/dwca-simple-csv-eml.zip", 3, 0, 0),
    ("python-dwca-reader/dwca-invalid-lacks-metadata", 2, 0, 0),
    ("python-dwca-reader/dwca-nometadata.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-default-metadata-filename.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-metadata-windows1252-encoding", 4, 0, 0),
    ("python-dwca-reader/dwca-simple-subdir.zip", 2, 0, 0),
    ("python-dwca-reader/dwca-simple-test-archive.tgz", 2, 0, 0),
    ("gbif/python-dwca-reader-gbif-results.zip", 158, 0, 0),
    ("gbif/python-dwca-reader-gbif-results-whitespace-in-xml.zip", 158, 0, 0),
    ("gbif/occCite-0012335-190621201848488.zip", 699, 848, 0),
    ("gbif/occCite-0006567-190621201848488.zip", 836, 16, 0),
    ("gbif/finch-0000154-150116162929234.zip", 443, 1, 0),
    ("gbif/rgbif-0009886-250127130748423.SIMPLE_CSV.zip", 91, 0, 0),
    ("gbif-unpacked/JillAshey-2025", 1380, 872, 0),
    ("mihow-dwca-tools/test_dwca.zip", 20, 10, 0),
    ("dwca-io/xml-entity-meta", 0, 0, 0),
    ("dwca-io/issues/csv-json-escaped-quotes", 1, 4, 0),
    ("dwca-io/archive-tax.zip", 3248, 0, 0),
    ("dwca-io/archive-tax.tar.gz", 3248, 0, 0),
    ("dwca-io/multiline-header", 2, 0, 0),
    ("dwca-io/multifile-psv", 6, 6, 0),
    ("dwca-io/multifile-multiline-header", 6, 0, 0),
    ("dwca-io/meta-xml-variants/dwca-id-with-term", 2, 0, 0),
    ("dwca-io/nullCoreID.zip", 3248, 0, 0),
    ("dwca-io/empty_line.tab", 6, 0, 0),
    ("dwca-io/checklist_980.zip", 356, 0, 0),
    ("dwca-io/plazi/6632D8151686A3F8C71D4B5A5B1181A4.zip", 10, 0, 0),
    ("dwca-io/archive-dwc", 3248, 0, 0),
    ("dwca-io/issues/Borza.txt", 435, 0, 0),
    ("dwca-io/defaults/extension-encoding-missing", 0, 0, 0),
    ("dwca-io/defaults/meta-file-encoding-missing", 0, 0, 0),
    ("dwca-io/iucn100.csv", 99, 0, 0),
    ("dwca-io/iucn100.pipe.txt", 99, 0, 0),
    ("dwca-io/iucn100.tab.txt", 99, 0, 0),
    ("gbif-crawler/dwca-with-backslashes.zip", 100, 0, 0),
    ("gbif-crawler/dwca-one-hundred-good-triplets-dupe-ids.zip", 100, 0, 0),
    ("gnames-dwca/data.tar", 587, 0, 0),
    ("gnames-dwca/data.tar.gz", 587, 0, 0),
    ("gnames-dwca/data.tar.bz2", 587, 0, 0),
    ("gnames-dwca/data.tar.xz", 587, 0, 0),
    ("gnames-dwca/fldnum/csv-less.tar.gz", 10, 0, 0),
    ("gnames-dwca/fldnum/csv-more.tar.gz", 10, 0, 0),
    ("gnames-dwca/fldnum/tsv-less.tar.gz", 10, 0, 0),
    ("gnames-dwca/fldnum/tsv-more.tar.gz", 10, 0, 0),
    ("gnames-dwca/diagn/hierarchy/tree_no_index_info.tar.gz", 584, 0, 0),
    ("ala-dwcahandler/dwca/dwca-sample5", 12, 0, 0),
    ("gbif-data-validator/dwca/dwca-invalid-ext", 1, 0, 0),
  ]

  @Test(.enabled(if: isThere), arguments: counts)
  func `a readable archive gives all its rows`(
    file: String, rows: Int, media: Int, orphans: Int
  ) throws {
    let all = try TestArchive.join("\(Self.corpus)/\(file)") { $0.includesAll = true }
    #expect(all.tally.coreRows == rows)
    #expect(all.tally.mediaRows - all.tally.orphans == media)
    #expect(all.tally.orphans == orphans)
    #expect(all.records.count == rows - all.tally.withMedia + media)
  }

  /// What is to be refused, and a part of the reason.
  private static let refused: [(file: String, reason: String)] = [
    ("python-dwca-reader/dwca-invalid-simple-two.zip", "2 tables instead of one"),
    ("python-dwca-reader/dwca-invalid-simple-toomuch.zip", "2 tables instead of one"),
    ("python-dwca-reader/dwca-malformed-descriptor", "names column index 234"),
    ("ala-dwcahandler/dwca/dwca-sample6", "names column index 11"),
    ("ala-dwcahandler/dwca/dwca-sample7", "names column index 11"),
    ("python-dwca-reader/dwca-missing-extension-details", "has no <location>"),
    ("dwca-io/invalid/extension-core-id-missing", "missing"),
    ("dwca-io/invalid/extension-id-missing", "has no <id index>"),
    ("dwca-io/invalid/extension-location-missing", "has no <location>"),
    ("dwca-io/invalid/extension-missing", "media.txt: is named in meta.xml but missing"),
    ("dwca-io/invalid/meta-file-location-missing", "has no <location>"),
    ("dwca-io/invalid/meta-only", "taxa.txt: is named in meta.xml but missing"),
    ("dwca-io/invalid/empty", "no table"),
    ("gnames-dwca/fake", "is empty"),
    ("gnames-dwca/fake.zip", "is empty"),
    ("gnames-dwca/fake.tar.gz", "is empty"),
    ("gnames-dwca/meta_dupl.tar.gz", "meta.xml: is there 2 times"),
    ("gnames-dwca/meta_absent.tar.gz", "no meta.xml"),
    ("gnames-dwca/data.zip", "<starArchive>"),
    ("gbif-data-validator/dwca/dwca-occurrence-broken", "meta.xml: line 7"),
  ]

  @Test(.enabled(if: isThere), arguments: refused)
  func `an archive that can't be read is refused with its reason`(
    file: String, reason: String
  ) throws {
    let error = #expect(throws: DarwinCoreError.self) {
      try TestArchive.join("\(Self.corpus)/\(file)")
    }
    #expect(error?.description.contains(reason) == true)
    #expect(error?.description.contains(file) == true)
  }

  /// What a record of an archive must have in it.
  private static let contents: [(file: String, part: String)] = [
    ("python-dwca-reader/dwca-test-default.zip", #""country":"Belgium""#),
    ("python-dwca-reader/dwca-partial-default.zip", #""country":"France""#),
    ("python-dwca-reader/dwca-csv-quote-dir", "Observation, something"),
    ("python-dwca-reader/dwca-simple-dir", #"\""#),
    ("dwca-io/meta-xml-variants/dwca-id-with-term", #""kingdom":"Plantae""#),
    ("dwca-io/meta-xml-variants/dwca-id-with-term", #""coordinateUncertaintyInMeters":"707""#),
    ("dwca-io/issues/csv-json-escaped-quotes", #""779""#),
    ("mihow-dwca-tools/test_dwca.zip", #""media":{"#),
    ("gbif/python-dwca-reader-gbif-results.zip", "\u{85}"),
  ]

  @Test(.enabled(if: isThere), arguments: contents)
  func `an archive's values come out`(file: String, part: String) throws {
    let all = try TestArchive.join("\(Self.corpus)/\(file)") { $0.includesAll = true }
    #expect(all.records.contains { $0.contains(part) })
  }

  /// Records that an archive gives, with some fields only.
  private static let records: [(file: String, fields: [String], records: [String])] = [
    ("python-dwca-reader/dwca-ids.zip", ["id"], ["4", "1", "3", "2"].map { #"{"id":"\#($0)"}"# }),
    (
      "python-dwca-reader/dwca-partial-default.zip", ["country"],
      [#"{"country":"France"}"#, #"{"country":"Belgium"}"#]
    ),
    (
      "python-dwca-reader/dwca-test-default.zip", ["country"],
      [#"{"country":"Belgium"}"#, #"{"country":"Belgium"}"#]
    ),
    (
      "dwca-io/issues/csv-json-escaped-quotes", ["id"],
      Array(repeating: #"{"id":"779"}"#, count: 4)
    ),
  ]

  @Test(.enabled(if: isThere), arguments: records)
  func `an archive's rows come out in their order`(
    file: String, fields: [String], records: [String]
  ) throws {
    let paths = try fields.map { try #require(FieldPath($0)) }
    #expect(try TestArchive.join("\(Self.corpus)/\(file)") { $0.fields = paths }.records == records)
  }

  /// How many rows of each extension the rows of the core have, in order, and how many of all
  /// belong to none.
  private static let stars: [(file: String, names: [String], rows: [[Int]], orphans: Int)] = [
    (
      "python-dwca-reader/dwca-2extensions.zip", ["Description", "VernacularName"],
      [[2, 3], [0, 1], [0, 0], [1, 0]], 0
    ),
    (
      "python-dwca-reader/dwca-orphaned-rows.zip", ["Description", "VernacularName"],
      [[2, 3], [0, 1], [0, 0], [1, 0]], 4
    ),
    (
      "python-dwca-reader/dwca-star-test-archive.zip", ["VernacularName"], [[3], [1], [0], [0]], 0
    ),
  ]

  @Test(.enabled(if: isThere), arguments: stars)
  func `each row of the core has its own rows of the extensions`(
    file: String, names: [String], rows: [[Int]], orphans: Int
  ) throws {
    let all = try TestArchive.join("\(Self.corpus)/\(file)") { $0.extensions = names }
    let counts = try all.records.map { record in
      let object = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
      return names.map { (object?[$0] as? [Any])?.count ?? 0 }
    }
    #expect(counts == rows)
    #expect(all.tally.otherOrphans == orphans)
  }

  @Test(
    .enabled(if: isThere),
    arguments: [
      ("dwca-io/checklist_980.zip", "Occurrence", 740),
      ("dwca-io/archive-dwc", "VernacularName", 1057),
    ])
  func `a large star has all its rows, and taxon 544382 its 27`(
    file: String, name: String, count: Int
  ) throws {
    let all = try TestArchive.join("\(Self.corpus)/\(file)") {
      $0.includesAll = true
      $0.extensions = [name]
    }
    let counts = try all.records.map { record -> (id: String?, rows: Int) in
      let object = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
      return (object?["id"] as? String, (object?[name] as? [Any])?.count ?? 0)
    }
    #expect(counts.map(\.rows).reduce(0, +) + all.tally.otherOrphans == count)
    if let taxon = counts.first(where: { $0.id == "544382" }) { #expect(taxon.rows == 27) }
  }

  @Test(.enabled(if: isThere))
  func `metadata in windows-1252 keep their letters`() throws {
    let path = "\(Self.corpus)/python-dwca-reader/dwca-metadata-windows1252-encoding"
    let document = try #require(try DarwinCoreArchive.open(path).metadata())
    let text = String(decoding: try XMLText.utf8(document).get(), as: UTF8.self)
    #expect(text.contains("Noé"))
    guard case .success = XMLParser.parse(document) else { throw CocoaError(.fileReadCorruptFile) }
  }

  @Test(.enabled(if: isThere))
  func `no cell of a row with U+0085 is lost`() throws {
    let path = "\(Self.corpus)/python-dwca-reader/dwca-utf8-eol-test.zip"
    let description = try DarwinCoreArchive.open(path).describe()
    #expect(description.tables.map(\.rows) == [1])
    #expect(try TestArchive.join(path).tally.padded == 0)
  }

  @Test(.enabled(if: isThere))
  func `a descriptor in UTF-16 is read`() throws {
    let path = "\(Self.corpus)/dwca-io/meta-utf16le.xml"
    let document = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let descriptor = try DescriptorParser.parse(document, archive: path, member: "meta.xml")
    #expect(!descriptor.core.fields.isEmpty)
  }

  @Test(.enabled(if: isThere))
  func `every quoted cell of GBIF's small downloads is unquoted, and literal when asked for`()
    throws
  {
    let file = "\(Self.corpus)/gbif/occCite-0006567-190621201848488.zip"
    func quotes(_ isLiteral: Bool) throws -> Int {
      let all = try TestArchive.join(file) {
        $0.includesAll = true
        $0.isLiteral = isLiteral
      }
      return all.records.count { $0.contains(#":"\""#) }
    }
    #expect(try quotes(false) < quotes(true))
  }
}
