internal import Archives

/// The first line of a member, by which its dialect is found out.
struct Sample {
  private static let size = 1 << 16

  /// The line without its end.
  let line: String
  /// What ends it: LF, or CR where the sample has no LF but CRs.
  let terminator: UInt8
  /// The declared encoding, or the one that a byte order mark tells.
  let encoding: TextEncoding

  static func read(
    _ member: ArchiveMember, of archive: Archive, declared: TextEncoding
  ) throws(DarwinCoreError) -> Sample {
    let bytes = try reading { () throws(ArchiveError) in
      try archive.prefix(of: member, count: size)
    }
    let (encoding, mark) = ByteOrderMark.encoding(of: bytes, declared: declared)
    let text = CharacterDecoder.utf8(bytes.dropFirst(mark), encoding)
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let terminator: UInt8 = text.contains(0x0D) && !text.contains(0x0A) ? 0x0D : 0x0A
    return Sample(
      line: String(decoding: line, as: UTF8.self), terminator: terminator, encoding: encoding)
  }
}
