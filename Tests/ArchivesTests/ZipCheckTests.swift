import Testing

@testable import Archives

/// Whether a zip is whole.
struct ZipCheckTests {
  private let folder: TemporaryFolder
  private let texts = [("a.txt", "first\n"), ("b.txt", "second, and open"), ("c.txt", "")]
  private let zip: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    zip = ZipBytes.zip(texts)
  }

  /// Goes through all of it in steps; gives the members that end without a line end.
  @discardableResult
  private func check(_ bytes: [UInt8], step: Int = 1 << 20) throws -> [String] {
    var check = try ZipCheck.open(try folder.write(bytes, to: "some.zip"), named: "some.zip")
    while try check.goOn(bytes: step) {}
    return check.openEnded
  }

  @Test(arguments: [1, 7, 1 << 20])
  func `a whole zip is whole, in steps of any size`(_ step: Int) throws {
    #expect(try check(zip, step: step) == ["b.txt"])
  }

  @Test func `one that is cut anywhere is not`() throws {
    for length in 0..<zip.count {
      let error = #expect(throws: ArchiveError.self) { try check(Array(zip[..<length])) }
      #expect(error?.archive == "some.zip", "cut at \(length)")
    }
  }

  @Test func `one with any wrong byte in a member is not`() throws {
    for (name, text) in texts where !text.isEmpty {
      let start = try #require(zip.firstRange(of: Array(text.utf8))).lowerBound
      for index in start..<(start + text.utf8.count) {
        var damaged = zip
        damaged[index] ^= 0x20
        let error = #expect(throws: ArchiveError.self) { try check(damaged) }
        #expect(error?.member == name)
      }
    }
  }

  @Test func `a table, a folder of bytes or an empty zip is none`() throws {
    for bytes in [Array("gbifID\tspecies\n".utf8), [UInt8](repeating: 0, count: 500)] {
      #expect(throws: ArchiveError.self) { try check(bytes) }
    }
    let none = #expect(throws: ArchiveError.self) { try check(ZipBytes.zip([])) }
    #expect(none?.kind == .damaged)
  }
}
