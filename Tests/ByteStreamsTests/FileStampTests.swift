import Glibc
import Testing

@testable import ByteStreams

/// Whether a file is the one that it was.
struct FileStampTests {
  @Test func `it stays as long as nobody writes`() throws {
    let folder = try Folder()
    let path = try folder.write("a".utf8, to: "file")
    let stamp = FileStamp(path)
    #expect(stamp != nil)
    _ = try folder.read("file")
    #expect(FileStamp(path) == stamp)
  }

  @Test func `it changes with the size, the time and the file`() throws {
    let folder = try Folder()
    let path = try folder.write("a".utf8, to: "file")
    let stamp = FileStamp(path)
    try folder.write("ab".utf8, to: "file")
    #expect(FileStamp(path) != stamp)
    let longer = FileStamp(path)
    let times = [timespec(tv_sec: 7, tv_nsec: 0), timespec(tv_sec: 7, tv_nsec: 1)]
    #expect(unsafe utimensat(AT_FDCWD, path, times, 0) == 0)
    #expect(FileStamp(path) != longer)
    let older = FileStamp(path)
    try folder.write("xy".utf8, to: "other")
    #expect(unsafe utimensat(AT_FDCWD, folder.file("other"), times, 0) == 0)
    #expect(unsafe rename(folder.file("other"), path) == 0)
    #expect(FileStamp(path) != older)
  }

  @Test(arguments: ["/dev/null", "/", "/nowhere"])
  func `only a file on a disk has one`(_ path: String) { #expect(FileStamp(path) == nil) }
}
