/// The bytes of one member, unpacked as they are asked for.
///
/// This is the seam for another inflater: what comes after it sees bytes only.
public struct MemberReader: ~Copyable {
  private let reader: ArchiveReader
  /// The path of the archive.
  public let archive: String
  /// The name of the member.
  public let member: String

  static func open(
    _ member: ArchiveMember, of archive: Archive
  ) throws(ArchiveError) -> MemberReader {
    let (location, name) = (archive.location, archive.path)
    let file = "\(location)/\(member.name)"
    let reader =
      switch archive.layout {
      case .folder: try find(nil, in: .open(file, named: name, as: .plain))
      case .single: try find(nil, in: .open(location, named: name, as: .any))
      case .packed: try find(member, in: .open(location, named: name, as: .any))
      }
    return MemberReader(reader: reader, archive: archive.path, member: member.name)
  }

  private init(reader: consuming ArchiveReader, archive: String, member: String) {
    self.reader = reader
    self.archive = archive
    self.member = member
  }

  /// Goes on to a member, or to the first where it is `nil`; a plain file that is empty has
  /// none.
  private static func find(
    _ member: ArchiveMember?, in reader: consuming ArchiveReader
  ) throws(ArchiveError) -> ArchiveReader {
    while let found = try reader.nextMember(), let member {
      if found.position == member.position { break }
    }
    return reader
  }

  /// Reads as many bytes as fit; 0 is the end, and then the member was whole.
  /// - Throws: `ArchiveError`, which names the archive and the member.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    try unsafe reader.read(into: buffer, of: member)
  }
}
