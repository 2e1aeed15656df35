internal import Glibc

/// Reads a zip once, member after member, and so finds out whether all of it is there: its
/// directory, and each member with its size and its CRC-32.
///
/// It goes on in steps, so that whoever checks a large one can do something else between them.
@safe public struct ZipCheck: ~Copyable {
  private static let bufferSize = 1 << 18

  /// The members whose last byte is no line end, among those that are read to their end.
  public private(set) var openEnded: [String] = []

  private var reader: ArchiveReader
  private let name: String
  private let buffer: UnsafeMutableRawBufferPointer
  private var member: String?
  private var memberCount = 0
  private var lastByte: UInt8 = 0x0A

  /// Opens the zip at `path`, which messages call `name`.
  /// - Throws: `ArchiveError` where it can't be read.
  public static func open(_ path: String, named name: String) throws(ArchiveError) -> ZipCheck {
    ZipCheck(try ArchiveReader.open(path, named: name, as: .zip), name)
  }

  private init(_ reader: consuming ArchiveReader, _ name: String) {
    self.reader = reader
    self.name = name
    unsafe buffer = .allocate(byteCount: Self.bufferSize, alignment: 16)
  }

  deinit { unsafe buffer.deallocate() }

  /// How many bytes of the file were read so far, about.
  public var position: Int { reader.bytesRead }

  /// Unpacks this many bytes more, or a few more than that; `false` when all is known to be
  /// whole.
  /// - Throws: `ArchiveError` of kind `damaged` where something is missing or wrong.
  public mutating func goOn(bytes: Int) throws(ArchiveError) -> Bool {
    var rest = bytes
    while rest > 0 {
      guard let member = try presentMember() else { return false }
      let count = try unsafe reader.read(into: buffer, of: member)
      if count > 0 { lastByte = unsafe buffer[count - 1] } else { endMember(member) }
      // A member without bytes takes its time too.
      rest -= max(count, 1 << 10)
    }
    return true
  }

  private mutating func presentMember() throws(ArchiveError) -> String? {
    if let member { return member }
    guard let next = try reader.nextMember() else {
      if memberCount == 0 { throw ArchiveError(.damaged, name, "has no members") }
      return nil
    }
    memberCount += 1
    lastByte = 0x0A
    member = next.name
    return next.name
  }

  private mutating func endMember(_ member: String) {
    if lastByte != 0x0A { openEnded.append(member) }
    self.member = nil
  }
}
