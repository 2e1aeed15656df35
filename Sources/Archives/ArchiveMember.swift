/// A file in an archive.
public struct ArchiveMember: Sendable {
  /// Its name as the archive gives it, with its folders.
  public let name: String
  /// Its size in bytes when unpacked, where the archive tells it beforehand.
  public let size: Int?
  /// Where it stands among the archive's entries, so that of two with one name each can be
  /// read.
  let position: Int
}
