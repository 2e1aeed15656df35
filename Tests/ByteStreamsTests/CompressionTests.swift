import Testing

@testable import ByteStreams

/// Packed bytes in and out.
struct CompressionTests {
  static let suffixes = ["", ".gz", ".zst"]
  static let packedSuffixes = [".gz", ".zst"]

  @Test(arguments: suffixes, [0, 1, 1000, 300_000])
  func `what is written is read again`(_ suffix: String, _ count: Int) throws {
    let folder = try Folder()
    let expected = (0..<count).map { "line \($0 &* 7919 % 10007)" }
    let path = folder.file("lines\(suffix)")
    try write(expected, to: path)
    #expect(try texts(path) == expected)
  }

  @Test(arguments: packedSuffixes)
  func `a packed file is smaller`(_ suffix: String) throws {
    let folder = try Folder()
    try write(Array(repeating: "the same again", count: 10_000), to: folder.file("lines\(suffix)"))
    #expect(try folder.read("lines\(suffix)").count < 2000)
  }

  /// The decoder is asked once more when it filled the reader's buffer to the last byte.
  @Test(arguments: packedSuffixes, [-1, 0, 1])
  func `a frame that ends with the buffer is whole`(_ suffix: String, _ offset: Int) throws {
    let folder = try Folder()
    let path = folder.file("lines\(suffix)")
    for size in [1 << 16, 1 << 17, 1 << 18, 1 << 19] {
      let expected = [String(repeating: "x", count: size + offset - 1)]
      try write(expected, to: path)
      #expect(try texts(path) == expected, "\(size) bytes")
    }
  }

  @Test(arguments: packedSuffixes)
  func `frames one after the other are one stream`(_ suffix: String) throws {
    let folder = try Folder()
    let parts = try [["a", "b"], [], ["c"]].map { lines in
      try write(lines, to: folder.file("part\(suffix)"))
      return try folder.read("part\(suffix)")
    }
    let whole = Array(parts.joined())
    #expect(try texts(folder.write(whole, to: "whole")) == ["a", "b", "c"])
    let single = stream(inPieces: whole.map { [$0] })
    #expect(try lines(LineReader(single)).map(\.text) == ["a", "b", "c"])
  }

  @Test func `a frame to be skipped is skipped`() throws {
    let folder = try Folder()
    try write(["a"], to: folder.file("a.zst"))
    // RFC 8878 section 3.1.2: a number of 16, a size, and as many bytes.
    let skipped: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    #expect(try texts(folder.write(skipped + folder.read("a.zst"), to: "b")) == ["a"])
  }

  @Test(arguments: packedSuffixes)
  func `a packed file that is cut anywhere is refused`(_ suffix: String) throws {
    let folder = try Folder()
    try write((0..<50).map { "line \($0)" }, to: folder.file("whole\(suffix)"))
    let whole = try folder.read("whole\(suffix)")
    // With fewer bytes nothing tells that it is packed.
    let magic = suffix == ".gz" ? 2 : 4
    for count in magic..<whole.count {
      let path = try folder.write(whole.prefix(count), to: "cut")
      let error = failure { () throws(StreamError) in _ = try texts(path) }
      #expect(error?.description == "\(path): compressed data is cut short", "at \(count)")
      #expect(error?.kind == .damaged)
    }
  }

  @Test(arguments: packedSuffixes)
  func `a wrong byte anywhere gives an error, or the same lines`(_ suffix: String) throws {
    let folder = try Folder()
    let expected = (0..<50).map { "line \($0)" }
    try write(expected, to: folder.file("whole\(suffix)"))
    let whole = try folder.read("whole\(suffix)")
    // A wrong byte in front makes it another kind of file; some bits mean nothing.
    for place in 4..<whole.count {
      var wrong = whole
      wrong[place] ^= 0x20
      let path = try folder.write(wrong, to: "wrong")
      var read = [String]()
      let error = failure { () throws(StreamError) in read = try texts(path) }
      #expect(error?.kind == .damaged || read == expected, "at \(place)")
    }
  }

  @Test(arguments: packedSuffixes)
  func `garbage behind a frame is refused`(_ suffix: String) throws {
    let folder = try Folder()
    try write(["a"], to: folder.file("whole\(suffix)"))
    let path = try folder.write(folder.read("whole\(suffix)") + "garbage".utf8, to: "more")
    let error = failure { () throws(StreamError) in _ = try texts(path) }
    #expect(error?.kind == .damaged)
  }

  private func write(_ lines: [String], to path: String) throws {
    var writer = try LineWriter.file(path)
    for line in lines {
      writer.append(line)
      try writer.endLine()
    }
    try writer.finish()
  }
}
