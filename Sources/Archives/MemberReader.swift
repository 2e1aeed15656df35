/// The bytes of one member, unpacked as they are asked for.
///
/// This is the seam for another inflater: what comes after it sees bytes only.
public struct MemberReader: ~Copyable {
  private let reader: ArchiveReader
  /// Whether there is nothing to read: libarchive gives an empty file no entry.
  private let isEmpty: Bool
  /// The path of the archive.
  public let archive: String
  /// The name of the member.
  public let member: String

  static func open(
    _ member: ArchiveMember, of archive: Archive
  ) throws(ArchiveError) -> MemberReader {
    let (location, name) = (archive.location, archive.path)
    var reader =
      switch archive.layout {
      case .folder:
        try ArchiveReader.open("\(location)/\(member.name)", named: name, as: .plain)
      case .single, .packed: try ArchiveReader.open(location, named: name, as: .any)
      }
    while let found = try reader.nextMember() {
      if archive.layout != .packed || found.position == member.position {
        return MemberReader(reader: reader, isEmpty: false, archive: name, member: member.name)
      }
    }
    if archive.layout == .packed {
      throw ArchiveError(.damaged, name, member: member.name, "is not there any more")
    }
    return MemberReader(reader: reader, isEmpty: true, archive: name, member: member.name)
  }

  private init(
    reader: consuming ArchiveReader, isEmpty: Bool, archive: String, member: String
  ) {
    self.reader = reader
    self.isEmpty = isEmpty
    self.archive = archive
    self.member = member
  }

  /// Reads at least one byte, at most as many as fit; 0 is the end, and then the member was whole.
  /// - Throws: `ArchiveError`, which names the archive and the member.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    try unsafe isEmpty ? 0 : reader.read(into: buffer, of: member)
  }
}
