import Archives
import Foundation
import Testing

@testable import DarwinCore

struct MemberNamesTests {
  /// The names in a folder with these files.
  private func names(_ files: [String]) throws -> MemberNames {
    let archive = try TestArchive()
    for file in files {
      let folder = URL(fileURLWithPath: "\(archive.path)/\(file)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try archive.write(Data(), to: file)
    }
    return MemberNames(try Archive.open(archive.path))
  }

  @Test(arguments: [
    (["meta.xml", "a.txt"], ["a.txt", "meta.xml"]),
    (["root/meta.xml", "root/a.txt"], ["a.txt", "meta.xml"]),
    (["root/deep/meta.xml", "root/a.txt"], ["a.txt", "deep/meta.xml"]),
    (["\\meta.xml", "x\\a.txt"], ["meta.xml", "x/a.txt"]),
    (["__MACOSX/._a.txt", "a.txt", "._b.txt", ".DS_Store", "Thumbs.db"], ["a.txt"]),
    (["__MACOSX/root/._a.txt", "root/a.txt"], ["a.txt"]),
  ])
  func `names are those below a single root, without litter`(
    files: [String], expected: [String]
  ) throws {
    #expect(try names(files).members.map(\.name).sorted() == expected)
  }

  @Test(arguments: [
    ("a.txt", "a.txt"), ("./a.txt", "a.txt"), ("/a.txt", "a.txt"), ("A.TXT", "a.txt"),
    ("x\\b.txt", "x/b.txt"), ("../a.txt", nil), ("http://host/a.txt", nil), ("b.txt", nil),
  ])
  func `a location is found among the members and nowhere else`(
    location: String, expected: String?
  ) throws {
    #expect(try names(["a.txt", "x/b.txt"]).find(location)?.name == expected)
  }

  @Test(arguments: [
    ("my%20a.txt", "my a.txt"), ("d%C3%A9.txt", "dé.txt"), ("100%.txt", "100%.txt"),
  ])
  func `a location may be written as a URL is`(location: String, expected: String) throws {
    #expect(try names([expected, "x/b.txt"]).find(location)?.name == expected)
  }

  @Test(arguments: [
    ("données.txt", "donn\u{FFFD}es.txt"), ("donne\u{301}es.txt", "données.txt"),
    ("données.txt", "donne\u{301}es.txt"), ("ñandú", "\u{FFFD}and\u{FFFD}"),
  ])
  func `a name whose letters got lost on the way is found by the others`(
    location: String, expected: String
  ) throws {
    #expect(try names([expected, "x/b.txt"]).find(location)?.name == expected)
    #expect(try names([expected, "x/b.txt"]).find("do.txt") == nil)
  }

  @Test func `a name that is there in two cases of letters must be written exactly`() throws {
    let names = try names(["A.txt", "a.txt"])
    #expect(try names.find("a.txt")?.name == "a.txt")
    #expect(throws: DarwinCoreError.self) { try names.find("A.TXT") }
  }

  @Test func `two descriptors are one too many`() throws {
    let names = try names(["meta.xml", "copy/META.XML"])
    let error = #expect(throws: DarwinCoreError.self) { try names.findDescriptor() }
    #expect(error?.description.hasSuffix("meta.xml: is there 2 times") == true)
  }

  @Test func `a descriptor may lie in a folder, with its tables`() throws {
    var names = try names(["readme.txt", "x/meta.xml", "x/a.txt"])
    let descriptor = try #require(try names.findDescriptor())
    names.enterFolder(of: descriptor)
    #expect(names.members.map(\.name) == ["a.txt", "meta.xml"])
  }
}
