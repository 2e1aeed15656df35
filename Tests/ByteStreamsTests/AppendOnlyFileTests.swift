import Foundation
import Testing

@testable import ByteStreams

/// Files that only grow, and the folders of files.
struct AppendOnlyFileTests {
  @Test func `lines are added to what is there, and folders are made`() throws {
    let folder = try Folder()
    for line in ["one", "two"] {
      try AppendOnlyFile.open(folder.file("a/b/list")).append(line: Array(line.utf8))
    }
    #expect(try folder.read("a/b/list") == Array("one\ntwo\n".utf8))
    let facts = try FileManager.default.attributesOfItem(atPath: folder.file("a/b/list"))
    #expect(facts[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a line that was not ended swallows no other`() throws {
    let folder = try Folder()
    let path = try folder.write("torn".utf8, to: "list")
    try AppendOnlyFile.open(path).append(line: Array("whole".utf8))
    #expect(try folder.read("list") == Array("torn\nwhole\n".utf8))
  }

  @Test func `a full disk is told`() throws {
    let file = try AppendOnlyFile.open("/dev/full")
    #expect(throws: StreamError.self) { try file.append(line: [0x41]) }
  }

  @Test func `a folder can't be made in a file`() throws {
    let folder = try Folder()
    let path = try folder.write("x".utf8, to: "file")
    #expect(throws: StreamError.self) { try Directory.create("\(path)/a") }
  }

  @Test func `only a regular file has a size`() throws {
    let folder = try Folder()
    let path = try folder.write("four".utf8, to: "file")
    #expect(Directory.size(ofFile: path) == 4)
    #expect(Directory.size(ofFile: folder.path) == nil)
    #expect(Directory.size(ofFile: "\(path)-not") == nil)
    #expect(Directory.size(ofFile: "/dev/null") == nil)
    #expect(try Directory.freeBytes(folder.path) > 0)
  }

  @Test(arguments: ["", "text", "\u{FEFF}text"])
  func `a whole file is read, but for a byte order mark`(_ text: String) throws {
    let folder = try Folder()
    let path = try folder.write(text.utf8, to: "file")
    let read = try Descriptor.reading(path).readAll(limit: 100)
    #expect(read == Array(text.utf8.suffix(4)))
    #expect(throws: StreamError.self) {
      _ = try Descriptor.reading("/dev/zero").readAll(limit: 1 << 20)
    }
  }
}
