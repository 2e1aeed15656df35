import Foundation
import Testing

@testable import Archives

struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(of member: ArchiveMember, in archive: Archive) throws -> String {
    String(decoding: try archive.contents(of: member, limit: 1 << 20), as: UTF8.self)
  }

  @Test func `a zip lists its members and gives their bytes in any order`() throws {
    let zip = ZipBytes.zip([("a.txt", "first"), ("folder/b.txt", "second")])
    let archive = try Archive.open(try folder.write(zip, to: "some.bin"))
    #expect(archive.members.map(\.name) == ["a.txt", "folder/b.txt"])
    #expect(archive.members.map(\.size) == [5, 6])
    #expect(try text(of: archive.members[1], in: archive) == "second")
    #expect(try text(of: archive.members[0], in: archive) == "first")
  }

  @Test func `members of one name are told apart`() throws {
    let zip = ZipBytes.zip([("a.txt", "first"), ("a.txt", "second")])
    let archive = try Archive.open(try folder.write(zip, to: "twice.zip"))
    #expect(try archive.members.map { try text(of: $0, in: archive) } == ["first", "second"])
  }

  @Test func `names keep their letters`() throws {
    let zip = ZipBytes.zip([("données.txt", "x")])
    let archive = try Archive.open(try folder.write(zip, to: "names.zip"))
    #expect(archive.members.map(\.name) == ["données.txt"])
  }

  @Test func `a folder lists its files, but no links`() throws {
    try folder.write(Array("a".utf8), to: "x/a.txt")
    try folder.write([], to: "x/empty.txt")
    try folder.write(Array("b".utf8), to: "x/deep/b.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/x/link.txt", withDestinationPath: "/etc/passwd")
    let archive = try Archive.open(folder.path + "/x")
    #expect(archive.members.map(\.name) == ["a.txt", "deep/b.txt", "empty.txt"])
    #expect(try archive.members.map { try text(of: $0, in: archive) } == ["a", "b", ""])
  }

  @Test func `a single file is its own member`() throws {
    let archive = try Archive.open(try folder.write(Array("a\tb\n".utf8), to: "table.tsv"))
    #expect(archive.isSingleFile)
    #expect(archive.members.map(\.name) == ["table.tsv"])
    #expect(try text(of: archive.members[0], in: archive) == "a\tb\n")
  }

  @Test(arguments: ["PK,name\n1,x\n", "PKey\tname\n"])
  func `a table may begin as a zip does`(text: String) throws {
    let archive = try Archive.open(try folder.write(Array(text.utf8), to: "table.csv"))
    #expect(try self.text(of: archive.members[0], in: archive) == text)
  }

  @Test func `a large member comes whole through the second thread`() throws {
    let line = "some words of a row that is long enough\n"
    let large = String(repeating: line, count: 20_000)
    let archive = try Archive.open(
      try folder.write(ZipBytes.zip([("large.txt", large)]), to: "large.zip"))
    let reader = try ReadAhead.open(archive.members[0], of: archive)
    var count = 0
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 100_003, alignment: 1)
    defer { unsafe piece.deallocate() }
    while true {
      let read = try unsafe reader.read(into: piece)
      if read == 0 { break }
      count += read
    }
    #expect(count == large.utf8.count)
  }

  @Test func `a reader that is not read to its end goes away`() throws {
    let large = String(repeating: "x", count: 3_000_000)
    let archive = try Archive.open(
      try folder.write(ZipBytes.zip([("large.txt", large)]), to: "large.zip"))
    _ = try ReadAhead.open(archive.members[0], of: archive)
  }
}
