import ByteStreams
import Foundation
import Testing

@testable import Archives

struct TarWriterTests {
  private let folder: TemporaryFolder
  private let path: String
  private let first = Array("first".utf8)

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/x.tar"
  }

  private func bytes(of path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: path)))
  }

  @Test func `what is written is read again`() throws {
    let empty = [UInt8]()
    let large = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let tar = try TarWriter.create(try .file(path))
    try tar.append("a.txt", first.span)
    try tar.append("empty", empty.span)
    try tar.begin("large", size: large.count)
    try tar.append(large.span.extracting(..<3))
    try tar.append(large.span.extracting(3...))
    try tar.finish()
    let archive = try Archive.open(path)
    #expect(archive.members.map(\.name) == ["a.txt", "empty", "large"])
    #expect(try archive.contents(of: archive.members[0], limit: 9) == first)
    #expect(try archive.contents(of: archive.members[2], limit: 1 << 20) == large)
  }

  @Test func `a header has no time and nobody's name`() throws {
    let tar = try TarWriter.create(try .file(path))
    try tar.append("a.txt", first.span)
    try tar.finish()
    let bytes = try bytes(of: path)
    // A header, a member, and the two blocks that end a tar.
    #expect(bytes.count == 4 * 512)
    let fields = [(100, "000644 \0"), (108, "000000 \0000000 \0"), (136, "00000000000 ")]
    for (offset, text) in fields {
      #expect(bytes[offset..<offset + text.utf8.count].elementsEqual(text.utf8))
    }
    #expect(bytes[257..<263].elementsEqual("ustar\0".utf8))
    #expect(bytes[265..<329].allSatisfy { $0 == 0 })
  }

  @Test(arguments: [(8 << 30 - 1, false), (8 << 30, true), (9 << 30, true)])
  func `a size that does not fit has an extended header`(_ size: Int, _ isExtended: Bool) throws {
    let piece = [UInt8](repeating: 1, count: 1 << 20)
    let tar = try TarWriter.create(try .file(path))
    try tar.begin("large.jpg", size: size)
    try tar.append(piece.span)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let unfinished = try bytes(of: "\(folder.path)/\(try #require(names.first))")
    let start = String(decoding: unfinished.prefix(4096), as: UTF8.self)
    #expect(start.contains("size=\(size)\n") == isExtended)
  }

  @Test func `what is not finished is not there`() throws {
    do {
      let tar = try TarWriter.create(try .file(path))
      try tar.append("a.txt", first.span)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `more than a header says is refused`() throws {
    let tar = try TarWriter.create(try .file(path))
    try tar.begin("a.txt", size: 3)
    do {
      try tar.append(first.span)
      Issue.record("more than was to come is no error")
    } catch {
      #expect(error.kind == .inputOutput)
    }
  }

  @Test func `a full disk is told for what it is`() throws {
    let tar = try TarWriter.create(try .file("/dev/full"))
    let large = [UInt8](repeating: 1, count: 1 << 20)
    do {
      try tar.append("a", large.span)
      Issue.record("what can't be written is no error")
    } catch {
      #expect(error.description == "/dev/full: no space left on device")
    }
  }
}
