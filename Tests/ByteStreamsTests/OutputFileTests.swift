import Foundation
import Testing
import Trials

@testable import ByteStreams

/// Files that are whole or absent.
struct OutputFileTests {
  @Test func `a file has its name only when it is whole`() throws {
    let folder = try Folder()
    var writer = try LineWriter.file(folder.file("out"))
    writer.append("new")
    try writer.endLine()
    try writer.flush()
    #expect(try !folder.names.contains("out"))
    let isPending = writer.isPending
    #expect(isPending)
    try writer.finish()
    #expect(try folder.names == ["out"])
    #expect(try folder.read("out") == Array("new\n".utf8))
  }

  @Test func `a device is written to at once, and is no terminal`() throws {
    let writer = try LineWriter.file("/dev/null")
    let (isPending, columns) = (writer.isPending, writer.terminalColumns)
    #expect(!isPending)
    #expect(columns == nil)
    try writer.finish()
  }

  @Test func `one that is given up leaves the old one, and nothing else`() throws {
    let folder = try Folder()
    try folder.write("old".utf8, to: "out")
    try abandon(folder.file("out"))
    try abandon(folder.file("other"))
    #expect(try folder.names == ["out"])
    #expect(try folder.read("out") == Array("old".utf8))
  }

  private func abandon(_ path: String) throws {
    var writer = try LineWriter.file(path)
    writer.append("new")
    try writer.endLine()
    try writer.flush()
  }

  @Test(arguments: [0o600, 0o644, 0o640, 0o755])
  func `it keeps the permissions of what it replaces`(_ permissions: Int) throws {
    let folder = try Folder()
    let path = try folder.write("old".utf8, to: "out")
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    try write("new", to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == permissions)
    #expect(try folder.read("out") == Array("new\n".utf8))
  }

  @Test(arguments: ["target", "./target", "../inner/target", "link2"])
  func `a link is followed, also one that leads to nothing yet`(_ target: String) throws {
    let outer = try Folder()
    let files = FileManager.default
    try files.createDirectory(atPath: outer.file("inner"), withIntermediateDirectories: false)
    let link = outer.file("inner/link")
    try files.createSymbolicLink(atPath: link, withDestinationPath: target)
    try files.createSymbolicLink(
      atPath: outer.file("inner/link2"), withDestinationPath: outer.file("inner/target"))
    for text in ["first", "second"] {
      try write(text, to: link)
      #expect(try files.destinationOfSymbolicLink(atPath: link) == target)
      #expect(try outer.read("inner/target") == Array("\(text)\n".utf8))
    }
    #expect(try files.contentsOfDirectory(atPath: outer.file("inner")).count == 3)
  }

  @Test func `a link that leads to itself is replaced`() throws {
    let folder = try Folder()
    let path = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "link")
    // The file takes the place of such a link, as there is nothing behind it to be kept.
    try write("new", to: path)
    #expect(try folder.read("link") == Array("new\n".utf8))
  }

  @Test func `a device is written to as it is`() throws {
    try write("gone", to: "/dev/null")
    var status = stat()
    #expect(unsafe stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `so is a named pipe`() throws {
    let folder = try Folder()
    let path = folder.file("pipe")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let downstream = Background { try? texts(path) }
    try write("through", to: path)
    #expect(downstream.wait() == ["through"])
    #expect(try folder.names == ["pipe"])
  }

  @Test(arguments: ["missing/out", "file/out", "."])
  func `what can't be created is told under its own name`(_ name: String) throws {
    let folder = try Folder()
    try folder.write([], to: "file")
    let path = folder.file(name)
    let error = failure { () throws(StreamError) in _ = try OutputFile.create(path) }
    #expect(error?.kind == .cannotCreate)
    #expect(error?.name == path)
  }

  @Test(.disabled(if: getuid() == 0, "root may write everywhere"))
  func `a folder that is read-only is told`() throws {
    let folder = try Folder()
    let attributes = [FileAttributeKey.posixPermissions: 0o500]
    try FileManager.default.setAttributes(attributes, ofItemAtPath: folder.path)
    let path = folder.file("out")
    let error = failure { () throws(StreamError) in _ = try OutputFile.create(path) }
    #expect(error?.kind == .cannotCreate)
    #expect(error?.reason == "permission denied")
  }

  /// A file name has 255 bytes at most, and a character may have many.
  @Test(arguments: [
    String(repeating: "x", count: 255), String(repeating: "é", count: 127),
    String(repeating: "e\u{301}\u{302}\u{303}\u{304}", count: 28), "\u{301}x", "-", " ", "a\nb",
  ])
  func `any name can be given`(_ name: String) throws {
    let folder = try Folder()
    try write("new", to: folder.file(name))
    #expect(try folder.read(name) == Array("new\n".utf8))
    #expect(try folder.names.count == 1)
  }

  @Test func `two writers of one file don't disturb each other`() throws {
    let folder = try Folder()
    var first = try LineWriter.file(folder.file("out"))
    var second = try LineWriter.file(folder.file("out"))
    first.append("first")
    second.append("second")
    try first.endLine()
    try second.endLine()
    try first.finish()
    try second.finish()
    #expect(try folder.read("out") == Array("second\n".utf8))
    #expect(try folder.names == ["out"])
  }

  private func write(_ text: String, to path: String) throws {
    var writer = try LineWriter.file(path)
    writer.append(text)
    try writer.endLine()
    try writer.finish()
  }
}
