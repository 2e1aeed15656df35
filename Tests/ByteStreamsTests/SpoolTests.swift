import Foundation
import Testing

@testable import ByteStreams

/// Lines that are seen twice.
struct SpoolTests {
  @Test(arguments: [0, 1, 200_000])
  func `the lines come back in their order, and no file is seen`(_ count: Int) throws {
    let folder = try Folder()
    var spool = try Spool.create(in: folder.path)
    for number in 0..<count { try spool.append(Array("line \(number)".utf8).span) }
    #expect(try folder.names == [])
    var reader = try spool.read()
    var number = 0
    while let line = try reader.next() {
      #expect(ReadLine(line).text == "line \(number)")
      number += 1
    }
    #expect(number == count)
  }

  @Test func `a line longer than a reader's limit comes back whole`() throws {
    var spool = try Spool.create()
    let line = [UInt8](repeating: 0x78, count: 3_000_000)
    try spool.append(line.span)
    #expect(try lines(spool.read()).map(\.bytes) == [line])
  }

  @Test func `a line of two pieces comes back as one`() throws {
    var spool = try Spool.create()
    for (start, end) in [("a", "b"), ("", "c\r\td"), ("e", "")] {
      try spool.append(Array(start.utf8).span, Array(end.utf8).span)
    }
    #expect(try lines(spool.read()).map(\.text) == ["ab", "c\r\td", "e"])
  }

  @Test func `a folder that is missing is told`() throws {
    let error = failure { () throws(StreamError) in _ = try Spool.create(in: "/nowhere") }
    #expect(error?.kind == .cannotCreate)
    #expect(error?.description == "temporary file in /nowhere: no such file or directory")
  }

  /// In a process of its own, as the environment belongs to all tests.
  @Test func `the folder is that of TMPDIR, unless that is empty`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("TMPDIR", "/nowhere", 1)
      #expect(throws: StreamError.self) { _ = try Spool.create() }
      unsafe setenv("TMPDIR", "", 1)
      #expect(throws: Never.self) { _ = try Spool.create() }
    }
  }
}
