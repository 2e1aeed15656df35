import Foundation
import Testing
import Trials

@testable import DarwinCore

/// Joins of which the rows do not fit into memory.
struct SpilledJoinTests {
  private static let extensions = ["Identification", "MeasurementOrFact"]

  /// An archive with two tables of media and two other extensions: identifiers are there twice,
  /// unsorted, between blanks, empty, or in one table only.
  private static func archive(seed: UInt64) throws -> TestArchive {
    var random = SplitMix(seed: seed)
    /// One row in `many` has the identifier 1.
    func rows(_ count: Int, _ ids: Int, _ text: String, many: Int = 20) -> String {
      (0..<count).map { number in
        let id = Int.random(in: 0..<ids, using: &random)
        let blank = id % 17 == 0 ? " " : ""
        let isOne = Int.random(in: 0..<many, using: &random) == 0
        return "\(id % 23 == 0 ? "" : "\(isOne ? 1 : id)\(blank)")\t\(text) \(number) é\"\t\(id)\n"
      }.joined()
    }
    let archive = try TestArchive([
      "c": rows(1500, 2000, "species", many: 500), "m": rows(9000, 2500, "media"),
      "i": rows(3000, 2000, "image"), "x": rows(7000, 2000, "x"), "y": rows(5000, 3000, "y"),
    ])
    var tables = Meta.table("core", "Occurrence", "c", ["occurrenceID", "species", "locality"])
    for (name, file) in [("Multimedia", "m"), ("http://rs.gbif.org/terms/1.0/Image", "i")] {
      tables += Meta.table("extension", name, file, ["coreID", "identifier", "title"])
    }
    for (name, file) in zip(extensions, ["x", "y"]) {
      tables += Meta.table("extension", name, file, ["coreID", "remarks", "number"])
    }
    try archive.write(Data(Meta.archive(tables).utf8), to: "meta.xml")
    return archive
  }

  @Test(arguments: [UInt64(1), 2, 3], [false, true])
  func `records and counts are those of a join in memory`(seed: UInt64, isNested: Bool) throws {
    let archive = try Self.archive(seed: seed)
    let joins = try [0, 1 << 19, 1 << 30].map { memory in
      try TestArchive.join(archive.path) {
        $0.memory = memory
        $0.isNested = isNested
        $0.includesAll = seed == 2
        $0.extensions = Self.extensions
      }
    }
    #expect(joins[2].records.count > 500)
    #expect(joins[2].tally.orphans > 0 && joins[2].tally.otherOrphans > 0)
    for join in joins[..<2] {
      #expect(join.records == joins[2].records)
      #expect(join.tally.orphans == joins[2].tally.orphans)
      #expect(join.tally.otherOrphans == joins[2].tally.otherOrphans)
      #expect(join.tally.mediaRows == joins[2].tally.mediaRows)
      #expect(join.tally.withMedia == joins[2].tally.withMedia)
    }
  }

  /// A row that is too wide is found by the reading of the identifiers, too.
  @Test(arguments: [0, 1 << 30])
  func `records before a fault of the core come out, whatever the memory`(memory: Int) throws {
    let media = (0..<9000).map { "\($0 % 90),http://host/\($0)\n" }.joined()
    let core = (0..<90).map { "\($0),a\n" }.joined() + String(repeating: ",", count: 1 << 17)
    let archive = try TestArchive(["c": core, "m": media])
    let quoted = ##"fieldsTerminatedBy="," linesTerminatedBy="\n" fieldsEnclosedBy="&quot;""##
    let tables =
      Meta.table("core", "Occurrence", "c", ["gbifID", "species"], attributes: quoted)
      + Meta.table("extension", "Multimedia", "m", ["gbifID", "identifier"], attributes: quoted)
    try archive.write(Data(Meta.archive(tables).utf8), to: "meta.xml")
    let joined = try TestArchive.joinBeforeFault(archive.path) { $0.memory = memory }
    #expect(joined.records.count == 9000)
    #expect(joined.fault?.description.hasSuffix("row 91: a row has more than 65536 cells") == true)
  }
}
