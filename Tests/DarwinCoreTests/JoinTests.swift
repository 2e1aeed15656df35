import Foundation
import Records
import Testing

@testable import DarwinCore

struct JoinTests {
  private let core = "1\tParus major\tKew\n2\tProtea\t\n3\tVanessa\tAarhus\n"
  private let media =
    "3\tStillImage\thttp://c\n1\tStillImage\thttp://a\n9\tSound\thttp://x\n1\tSound\thttp://b\n"

  private let first = #"{"gbifID":"1","species":"Parus major","locality":"Kew""#
  private let second = #"{"gbifID":"2","species":"Protea"}"#
  private let third =
    #"{"gbifID":"3","species":"Vanessa","locality":"Aarhus","media":{"type":"StillImage","identifier":"http://c"}}"#
  private let a = #"{"type":"StillImage","identifier":"http://a"}"#
  private let b = #"{"type":"Sound","identifier":"http://b"}"#

  @Test func `one record is one media row, in the order of the core`() throws {
    let archive = try TestArchive(core: core, media: media)
    let all = try TestArchive.join(archive.path)
    #expect(all.records == ["\(first),\"media\":\(a)}", "\(first),\"media\":\(b)}", third])
    #expect(all.tally.coreRows == 3)
    #expect(all.tally.withMedia == 2)
    #expect(all.tally.mediaRows == 4)
    #expect(all.tally.orphans == 1)
    #expect(all.tally.records == 3)
  }

  @Test func `occurrences without media come out when they are asked for`() throws {
    let records = try TestArchive(core: core, media: media).records { $0.includesAll = true }
    #expect(records == ["\(first),\"media\":\(a)}", "\(first),\"media\":\(b)}", second, third])
  }

  @Test func `without a table of media all occurrences come out`() throws {
    #expect(try TestArchive(core: core).records().count == 3)
  }

  @Test func `only the core comes out when it is asked for`() throws {
    let records = try TestArchive(core: core, media: media).records { $0.isCoreOnly = true }
    #expect(records.count == 3)
    #expect(records[0] == first + "}")
  }

  @Test func `nested media are an array in one record`() throws {
    let records = try TestArchive(core: core, media: media).records { $0.isNested = true }
    #expect(records[0] == "\(first),\"media\":[\(a),\(b)]}")
    #expect(records.count == 2)
  }

  @Test func `media of other types are left out, and counted`() throws {
    let archive = try TestArchive(core: core, media: media)
    let all = try TestArchive.join(archive.path) { $0.mediaTypes = ["StillImage"] }
    #expect(all.records == ["\(first),\"media\":\(a)}", third])
    #expect(all.tally.unwanted == 2)
  }

  @Test func `the quotes around a type do not belong to it`() throws {
    let archive = try TestArchive(["c": "1\n", "m": "\"1\",\"StillImage\"\n1,,'image/png'\n"])
    let tables =
      Meta.table("core", "Occurrence", "c", ["gbifID"], attributes: "")
      + Meta.table("extension", "Multimedia", "m", ["id", "type", "format"], attributes: "")
    try archive.write(Data(Meta.archive(tables).utf8), to: "meta.xml")
    #expect(try archive.records { $0.mediaTypes = ["StillImage"] }.count == 1)
  }

  @Test func `fields that are not asked for are left out`() throws {
    let archive = try TestArchive(core: core, media: media)
    let records = try archive.records {
      $0.fields = [FieldPath("species")!, FieldPath("media.identifier")!]
    }
    #expect(records[0] == #"{"species":"Parus major","media":{"identifier":"http://a"}}"#)
    let plain = try archive.records { $0.fields = [FieldPath("gbifID")!] }
    #expect(plain == [#"{"gbifID":"1"}"#, #"{"gbifID":"1"}"#, #"{"gbifID":"3"}"#])
  }

  @Test func `rows of the core that share an id each get its media`() throws {
    let archive = try TestArchive(core: "1\ta\t\n1\tb\t\n", media: "1\tSound\tx\n")
    #expect(
      try archive.records() == [
        #"{"gbifID":"1","species":"a","media":{"type":"Sound","identifier":"x"}}"#,
        #"{"gbifID":"1","species":"b","media":{"type":"Sound","identifier":"x"}}"#,
      ])
  }

  @Test func `ids are joined without the blanks around them, and empty ones never`() throws {
    let archive = try TestArchive(core: " 1 \ta\t\n\tb\t\n", media: "1\tSound\tx\n\tSound\ty\n")
    let all = try TestArchive.join(archive.path)
    #expect(
      all.records
        == [#"{"gbifID":" 1 ","species":"a","media":{"type":"Sound","identifier":"x"}}"#])
    #expect(all.tally.orphans == 1)
  }

  @Test(arguments: [0, 1 << 17, 1 << 20])
  func `whatever the memory, the records are the same`(memory: Int) throws {
    let core = (0..<500).map { "\($0)\tspecies \($0)\t\n" }.joined()
    let media = (0..<20_000).map { "\($0 * 7919 % 600)\tStillImage\thttp://host/\($0)\n" }.joined()
    let archive = try TestArchive(core: core, media: media)
    let expected = try TestArchive.join(archive.path)
    let small = try TestArchive.join(archive.path) { $0.memory = memory }
    #expect(expected.records == small.records)
    #expect(expected.tally.orphans == small.tally.orphans)
    #expect(expected.records.count == small.tally.records)
  }

  @Test(arguments: [0, 1 << 30])
  func `an occurrence may have more media than are held at a time`(memory: Int) throws {
    let media = (0..<40_000).map { "\($0 % 2 * 2)\tSound\thttp://host/\($0)\n" }.joined()
    let archive = try TestArchive(core: "1\t\t\n2\ta\t\n0\tb\t\n", media: media)
    let records = try archive.records { $0.memory = memory }
    #expect(records.count == 40_000)
    #expect(records[19_999].contains("host/39999\""))
    #expect(records[20_000].contains("host/0\""))
    let nested = try archive.records {
      $0.isNested = true
      $0.memory = memory
    }
    #expect(nested.map { $0.utf8.count { $0 == UInt8(ascii: "h") } } == [40_000, 40_000])
  }

  @Test func `a record longer than can be read is refused`() throws {
    let media = String(repeating: "1\t\(String(repeating: "x", count: 1 << 16))\t\n", count: 40)
    let archive = try TestArchive(core: "1\ta\t\n", media: media)
    let error = #expect(throws: DarwinCoreError.self) {
      try archive.records {
        $0.isNested = true
        $0.recordLimit = 1 << 20
      }
    }
    #expect(error?.description.hasSuffix("more than 1 MiB of media") == true)
    #expect(try archive.records().count == 40)
  }

  @Test func `another extension is an array under its row type`() throws {
    let files = ["c": "1\n2\n", "x": "2\tA\n2\tB\n"]
    let archive = try TestArchive(files)
    let tables =
      Meta.table("core", "Occurrence", "c", ["gbifID"])
      + Meta.table("extension", "Identification", "x", ["coreID", "name"])
    try archive.write(Data(Meta.archive(tables).utf8), to: "meta.xml")
    let records = try archive.records { $0.extensions = ["Identification"] }
    #expect(
      records == [
        #"{"gbifID":"1"}"#, #"{"gbifID":"2","Identification":[{"name":"A"},{"name":"B"}]}"#,
      ])
  }

  @Test func `the download is added to every record`() throws {
    let records = try TestArchive(core: "1\ta\t\n").records { $0.download = Array("{}".utf8) }
    #expect(records == [#"{"gbifID":"1","species":"a","download":{}}"#])
  }
}
