import Foundation
import Testing

@testable import GBIF
@testable import Records

/// The keys of GBIF's predicates and the fields of records.
struct SearchKeyTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func names(in path: String) throws -> Set<String> {
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    return Set(text.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) })
  }

  @Test func `no key of GBIF is forgotten`() throws {
    let names = Set(SearchKey.all.map(\.name))
    #expect(SearchKey.all.count == 142)
    #expect(names == (try Self.names(in: "scripts/standin/predicate-keys.tsv")))
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(
        atPath: root.appendingPathComponent("../shared/facts/search-keys.tsv").path)))
  func `the table has the keys that GBIF's own source has`() throws {
    #expect(
      Set(SearchKey.all.map(\.name)) == (try Self.names(in: "../shared/facts/search-keys.tsv")))
  }

  @Test func `a key is found under its name, its field's and whatever case`() {
    for key in SearchKey.all {
      #expect(SearchKey.named(key.name) == key)
      #expect(SearchKey.named(key.name.lowercased().filter { $0 != "_" }) == key)
      guard let field = key.fields.first else { continue }
      #expect(SearchKey.of(field)?.fields.first == field)
    }
    #expect(SearchKey.named("YEER") == nil)
    #expect(SearchKey.of(FieldPath(names: ["country"])) == nil)
  }

  @Test func `every key has a field or is GBIF's alone`() {
    let alone = SearchKey.all.filter(\.fields.isEmpty).map(\.name)
    #expect(alone.count == 24)
    #expect(
      Set(alone).isSuperset(of: ["GEOMETRY", "GEO_DISTANCE", "CHECKLIST_KEY", "MEASUREMENT_TYPE"]))
  }

  @Test func `taxonKey stands for the keys of all higher ranks`() throws {
    let fields = try #require(SearchKey.named("TAXON_KEY")).fields.map(\.description)
    #expect(fields.first == "taxonKey")
    #expect(Set(fields).isSuperset(of: ["kingdomKey", "speciesKey", "acceptedTaxonKey"]))
  }
}
