import Testing

@testable import ByteStreams

/// Lines out of files and pipes.
struct LineReaderTests {
  static let cases: [(String, [String])] = [
    ("", []), ("\n", [""]), ("\n\n", ["", ""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\r\n\r\nb\r", ["a", "", "b"]), ("\r\n", [""]), ("\r", [""]),
    ("a\rb\n", ["a\rb"]), ("a\r\r\n", ["a\r"]), ("\u{FEFF}a\n", ["a"]), ("\u{FEFF}", []),
    ("\u{FEFF}\na", ["", "a"]), ("a\n\u{FEFF}b", ["a", "\u{FEFF}b"]),
    ("\u{FEFF}\u{FEFF}a", ["\u{FEFF}a"]), ("\0\n\0", ["\0", "\0"]), ("é\n", ["é"]),
    ("PK\n", ["PK"]),
  ]

  @Test(arguments: cases)
  func `a text falls into lines`(_ text: String, _ expected: [String]) throws {
    let folder = try Folder()
    let lines = try lines(LineReader(.reading(folder.write(text.utf8, to: "text"))))
    #expect(lines.map(\.text) == expected)
    #expect(lines.map(\.number) == Array(1...expected.count + 1).dropLast())
    #expect(lines.allSatisfy { $0.isWhole && $0.isStart && $0.isEnd })
  }

  @Test(arguments: cases)
  func `and into the same lines when it comes in two pieces or byte by byte`(
    _ text: String, _ expected: [String]
  ) throws {
    let bytes = Array(text.utf8)
    let single = stream(inPieces: bytes.map { [$0] })
    #expect(try lines(LineReader(single)).map(\.text) == expected)
    for cut in 1..<max(1, bytes.count) {
      let halves = stream(inPieces: [Array(bytes[..<cut]), Array(bytes[cut...])])
      #expect(try lines(LineReader(halves)).map(\.text) == expected, "cut at \(cut)")
    }
  }

  /// The reader's first buffer has 256 KiB.
  @Test(arguments: [0, 1, 2, 3, 62, 63, 64, 65, 66, 130, 65535, 65536, 65537])
  func `lines over the border of the buffer are whole`(_ before: Int) throws {
    let folder = try Folder()
    let first = String(repeating: "x", count: (1 << 18) - before)
    let expected = [first] + (0..<3000).map { "line \($0)" }
    let path = try folder.write(expected.joined(separator: "\r\n").utf8, to: "text")
    #expect(try texts(path) == expected)
  }

  @Test func `the buffer grows with its lines, and lines after long ones are right`() throws {
    let folder = try Folder()
    let expected = [1, 300_000, 2, 3_000_000, 0, 700_000, 5].map {
      String(repeating: "y", count: $0)
    }
    let path = try folder.write(expected.joined(separator: "\n").utf8, to: "text")
    #expect(try texts(path) == expected)
  }

  @Test(arguments: [1, 9, 10, 11, 100, 400_000])
  func `a line over the limit comes in pieces of which none is whole`(_ count: Int) throws {
    let folder = try Folder()
    let long = String(repeating: "z", count: count)
    let path = try folder.write("a\n\(long)\nb\n".utf8, to: "text")
    let lines = try lines(LineReader(.reading(path), limit: 10))
    let pieces = lines.filter { $0.number == 2 }
    #expect(pieces.map(\.text).joined() == long)
    #expect(pieces.map(\.isStart) == [true] + pieces.dropFirst().map { _ in false })
    #expect(pieces.map(\.isEnd) == pieces.dropLast().map { _ in false } + [true])
    #expect(pieces.allSatisfy { $0.isWhole == (count <= 10) })
    #expect(lines.filter { $0.number != 2 }.map(\.text) == ["a", "b"])
    #expect(lines.last?.number == 3)
  }

  @Test func `a long line without an end comes in pieces too`() throws {
    let pieces = stream(inPieces: ["abc", "def", "ghi"].map { Array($0.utf8) })
    let lines = try lines(LineReader(pieces, limit: 4))
    #expect(lines.map(\.text).joined() == "abcdefghi")
    #expect(lines.allSatisfy { !$0.isWhole && $0.number == 1 })
    #expect(lines.last?.isEnd == true)
  }

  @Test func `files are read in turn, each with its own numbers`() throws {
    let folder = try Folder()
    let paths = try [
      folder.write("a\nb".utf8, to: "1"), folder.write([], to: "2"),
      folder.write("\u{FEFF}c\n".utf8, to: "3"),
    ]
    let lines = try lines(.files(paths))
    #expect(lines.map(\.text) == ["a", "b", "c"])
    #expect(lines.map(\.number) == [1, 2, 1])
    #expect(lines.map(\.ordinal) == [1, 2, 3])
    #expect(lines.map(\.input) == [paths[0], paths[0], paths[2]])
  }

  @Test func `a file that is missing is told when its turn comes`() throws {
    let folder = try Folder()
    var reader = try LineReader.files([folder.write("a".utf8, to: "1"), folder.file("2")])
    #expect(try reader.next()?.number == 1)
    var caught: StreamError?
    do throws(StreamError) { _ = try reader.next()?.number } catch { caught = error }
    #expect(caught?.kind == .cannotOpen)
    #expect(caught?.description == "\(folder.file("2")): no such file or directory")
  }

  @Test func `a folder is no input`() throws {
    let folder = try Folder()
    let error = failure { () throws(StreamError) in _ = try lines(LineReader(.reading(folder.path)))
    }
    #expect(error?.kind == .cannotOpen)
    #expect(error?.reason == "is a directory")
  }

  @Test func `an idle input is told apart from its end`() throws {
    let ends = PipeEnds()
    var reader = LineReader(ends.source)
    for (written, expected) in [("", nil), ("a", nil), ("b\nc", "ab"), ("\n", "c"), ("d", nil)] {
      ends.write(written)
      #expect(try nextTextIfReady(&reader) == expected)
      let isAtEnd = reader.isAtEnd
      #expect(!isAtEnd)
    }
    ends.finishWriting()
    #expect(try nextTextIfReady(&reader) == "d")
    #expect(try nextTextIfReady(&reader) == nil)
    let isAtEnd = reader.isAtEnd
    #expect(isAtEnd)
  }

  private func nextTextIfReady(_ reader: inout LineReader) throws(StreamError) -> String? {
    guard let line = try reader.nextIfReady() else { return nil }
    return ReadLine(line).text
  }
}
