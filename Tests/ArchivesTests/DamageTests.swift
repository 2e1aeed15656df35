import Testing

@testable import Archives

struct DamageTests {
  private let folder: TemporaryFolder
  private let zip = ZipBytes.zip([("a.txt", "first"), ("b.txt", "second and last")])

  init() throws { folder = try TemporaryFolder() }

  /// All bytes of all members.
  private func read(_ path: String) throws -> [[UInt8]] {
    let archive = try Archive.open(path)
    return try archive.members.map { try archive.contents(of: $0, limit: 1 << 20) }
  }

  @Test func `a zip that is cut anywhere is never taken for a whole one`() throws {
    for length in 2..<zip.count {
      let path = try folder.write(Array(zip[..<length]), to: "cut.zip")
      let error = #expect(throws: ArchiveError.self) { try read(path) }
      #expect(error?.description.contains("cut.zip") == true)
    }
  }

  @Test func `a wrong byte in a member is found and the member named`() throws {
    var damaged = zip
    damaged[damaged.firstIndex(of: UInt8(ascii: "f"))!] ^= 1
    let path = try folder.write(damaged, to: "damaged.zip")
    let error = #expect(throws: ArchiveError.self) { try read(path) }
    #expect(error?.member == "a.txt")
    #expect(error?.description.contains("damaged.zip: a.txt: ") == true)
  }

  @Test(arguments: [3, 1000, 700_000])
  func `all bytes come out before a wrong checksum is told`(count: Int) throws {
    let text = String((0..<count).map { _ in "x" as Character })
    var damaged = ZipBytes.zip([("a", text)])
    damaged[damaged.firstIndex(of: UInt8(ascii: "x"))!] = UInt8(ascii: "y")
    let archive = try Archive.open(try folder.write(damaged, to: "damaged.zip"))
    let reader = try ReadAhead.open(archive.members[0], of: archive)
    var total = 0
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 1)
    defer { unsafe piece.deallocate() }
    let error = #expect(throws: ArchiveError.self) {
      var count = 1
      while count > 0 {
        count = try unsafe reader.read(into: piece)
        total += count
      }
    }
    #expect(error?.reason.hasPrefix("ZIP bad CRC") == true)
    #expect(total == count)
  }

  @Test func `an encrypted member is refused`() throws {
    let zip = ZipBytes.zip([("a.txt", "0123456789abcdef")], isEncrypted: true)
    let path = try folder.write(zip, to: "secret.zip")
    let error = #expect(throws: ArchiveError.self) { try read(path) }
    #expect(error?.member == "a.txt")
  }

  @Test func `nothing, an empty file and an empty zip differ`() throws {
    let missing = #expect(throws: ArchiveError.self) { try read(folder.path + "/missing.zip") }
    #expect(missing?.kind == .cannotOpen)
    #expect(missing?.reason == "no such file or directory")
    let empty = #expect(throws: ArchiveError.self) { try read(folder.write([], to: "empty.zip")) }
    #expect(empty?.reason == "is empty")
    let none = #expect(throws: ArchiveError.self) {
      try read(folder.write(ZipBytes.zip([]), to: "none.zip"))
    }
    #expect(none?.kind == .damaged)
  }

  @Test func `a packed tar that is cut is damaged, not missing`() throws {
    let start: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4, 0xE6, 0xD6, 0xB4, 0x46]
    let path = try folder.write(start, to: "cut.tar.xz")
    let error = #expect(throws: ArchiveError.self) { try read(path) }
    #expect(error?.kind == .damaged)
  }

  @Test func `a member over the limit is refused`() throws {
    let archive = try Archive.open(try folder.write(zip, to: "some.zip"))
    let error = #expect(throws: ArchiveError.self) {
      try archive.contents(of: archive.members[1], limit: 10)
    }
    #expect(error?.reason == "is larger than 10 bytes")
  }

  /// `text` in a stored block of gzip, after a made-up checksum if told so (RFC 1952, RFC 1951).
  private static func gzip(_ text: String, crc: UInt32) -> [UInt8] {
    let (bytes, count) = (Array(text.utf8), UInt16(text.utf8.count))
    func little(_ value: some FixedWidthInteger) -> [UInt8] {
      (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + little(count) + little(~count) + bytes
      + little(crc) + little(UInt32(count))
  }

  /// The checksum of "123456789" as all tables of checksums give it.
  private static let crc: UInt32 = 0xCBF4_3926

  @Test func `a file packed with gzip gives its bytes`() throws {
    let path = try folder.write(Self.gzip("123456789", crc: Self.crc), to: "table.gz")
    #expect(try read(path) == [Array("123456789".utf8)])
  }

  @Test func `a wrong checksum of gzip is told`() throws {
    let path = try folder.write(Self.gzip("123456789", crc: Self.crc ^ 1), to: "table.gz")
    let error = #expect(throws: ArchiveError.self) { try read(path) }
    #expect(error?.description.contains("data check") == true)
  }

  @Test func `a file packed with gzip that is cut anywhere is never taken for a whole one`() throws
  {
    let whole = Self.gzip("123456789", crc: Self.crc)
    for length in 2..<whole.count {
      let path = try folder.write(Array(whole[..<length]), to: "cut.gz")
      #expect(throws: ArchiveError.self, "\(length) bytes") { try read(path) }
    }
  }
}
