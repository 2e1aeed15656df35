import Foundation
import Testing

@testable import ByteStreams

/// Names below a folder, and the removal of files there.
struct BaseFolderTests {
  private let folder: Folder
  private let base: BaseFolder

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.file("in/deep"), withIntermediateDirectories: true)
    try folder.write("abc".utf8, to: "in/deep/file")
    try folder.write("abc".utf8, to: "out")
    base = try BaseFolder(folder.file("in"))
  }

  @Test(arguments: [
    ("a", ["a"]), ("a/b.jpg", ["a", "b.jpg"]), ("./a//b", ["a", "b"]), ("a/./b", ["a", "b"]),
    ("...", ["..."]), ("a/..b", ["a", "..b"]), ("/\u{301}a", nil),
    ("a/\u{301}b", ["a", "\u{301}b"]),
    ("", nil), (".", nil), ("..", nil), ("a/", nil), ("../a", nil), ("a/../b", nil), ("a/..", nil),
    ("/etc/passwd", nil), ("/", nil),
  ])
  func `names lead down and nowhere else`(path: String, names: [String]?) {
    #expect(base.names(of: path) == names)
  }

  @Test func `an absolute path may lead down too`() {
    #expect(base.names(of: folder.file("in/deep/file")) == ["deep", "file"])
    #expect(base.names(of: folder.file("in") + "side/file") == nil)
    #expect(base.names(of: folder.file("in/../out")) == nil)
    #expect(base.names(of: folder.file("in")) == nil)
  }

  @Test func `a file is removed only as it was`() throws {
    let state = try #require(FileState(of: folder.file("in/deep/file")))
    let other = FileState(bytes: state.bytes, modified: state.modified + 1)
    #expect(try !base.remove(["deep", "file"], in: other))
    #expect(try !base.remove(["deep", "none"], in: state))
    #expect(try !base.remove(["none", "file"], in: state))
    #expect(try base.remove(["deep", "file"], in: state))
    #expect(FileState(of: folder.file("in/deep/file")) == nil)
  }

  @Test func `the place of a folder is told with a slash, and of this one nothing`() throws {
    for (path, place) in [("deep", "deep/"), (".", ""), ("deep/..", ""), ("./deep/", "deep/")] {
      #expect(try base.place(ofFolder: path) == place)
    }
    #expect(try base.place(ofFolder: folder.file("in")) == "")
    for path in ["..", "/", "deep/file", "none", folder.file("out")] {
      #expect(throws: StreamError.self) { try base.place(ofFolder: path) }
    }
  }

  @Test func `a folder is removed only when nothing is in it`() throws {
    let state = try #require(FileState(of: folder.file("in/deep/file")))
    #expect(try base.state(of: ["deep", "file"]) == state)
    #expect(try base.state(of: ["deep"]) == nil)
    #expect(try base.state(of: ["none", "file"]) == nil)
    #expect(try !base.removeFolder(["deep"]))
    #expect(try !base.removeFolder(["deep", "file"]))
    #expect(try base.remove(["deep", "file"], in: state))
    #expect(try base.removeFolder(["deep"]))
    #expect(try !base.removeFolder(["deep"]))
    #expect(try !base.removeFolder([]))
  }

  @Test func `no link is followed to a file`() throws {
    let state = try #require(FileState(of: folder.file("out")))
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.file("in/link"), withDestinationPath: folder.file("out"))
    try files.createSymbolicLink(
      atPath: folder.file("in/folder"), withDestinationPath: folder.path)
    #expect(try !base.remove(["link"], in: state))
    #expect(try !base.remove(["folder", "out"], in: state))
    #expect(try base.state(of: ["folder", "out"]) == nil)
    #expect(try base.state(of: ["link"]) == nil)
    #expect(try !base.removeFolder(["folder", "in", "deep"]))
    #expect(try !base.remove(["deep"], in: state))
    #expect(FileState(of: folder.file("out")) == state)
  }
}
