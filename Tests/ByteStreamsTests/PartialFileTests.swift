import Foundation
import Testing

@testable import ByteStreams

/// Files that come in over several tries.
struct PartialFileTests {
  private let note = Array("note".utf8)

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `a file has its name when it is whole, and not before`() throws {
    let folder = try Folder()
    var file = try PartialFile.open(folder.file("a.zip"))
    try file.restart(note: note)
    try file.append(bytes("one").span)
    try file.append(bytes("two").span)
    #expect(file.count == 6)
    #expect(try folder.names == ["a.zip.part", "a.zip.part.note"])
    try file.commit()
    #expect(try folder.names == ["a.zip"])
    #expect(try folder.read("a.zip") == bytes("onetwo"))
  }

  /// Takes up a file, adds to it and lets go of it.
  private func add(_ text: String, to path: String) throws {
    var file = try PartialFile.open(path)
    if file.count == 0 { try file.restart(note: note) }
    try file.append(bytes(text).span)
  }

  @Test func `what came stays for another process`() throws {
    let folder = try Folder()
    try add("one", to: folder.file("a"))
    try add("two", to: folder.file("a"))
    let file = try PartialFile.open(folder.file("a"))
    #expect(file.count == 6)
    #expect(file.note == note)
    #expect(try folder.read("a.part") == bytes("onetwo"))
  }

  @Test func `a new beginning forgets the bytes and the note`() throws {
    let folder = try Folder()
    try add("one", to: folder.file("a"))
    var file = try PartialFile.open(folder.file("a"))
    try file.restart(note: bytes("other"))
    #expect(file.count == 0)
    #expect(file.note == bytes("other"))
    try file.append(bytes("x").span)
    #expect(try folder.read("a.part") == bytes("x"))
  }

  @Test func `what is discarded leaves nothing`() throws {
    let folder = try Folder()
    try add("one", to: folder.file("a"))
    try PartialFile.open(folder.file("a")).discard()
    #expect(try folder.names.isEmpty)
  }

  @Test func `only one has it at a time`() throws {
    let folder = try Folder()
    let file = try PartialFile.open(folder.file("a"))
    #expect(throws: StreamError.self) { _ = try PartialFile.open(folder.file("a")).count }
    #expect(file.count == 0)
  }

  @Test func `a link is not followed`() throws {
    let folder = try Folder()
    try folder.write(bytes("precious"), to: "b")
    try folder.link("a.part", to: folder.file("b"))
    #expect(throws: StreamError.self) { _ = try PartialFile.open(folder.file("a")).count }
    #expect(try folder.read("b") == bytes("precious"))
  }
}

extension Folder {
  fileprivate func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: file(name), withDestinationPath: target)
  }
}
