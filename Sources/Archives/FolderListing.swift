internal import ByteStreams
internal import Glibc

/// The regular files below a folder.
///
/// Links are not followed: an archive that was unpacked must not lead out of its folder.
enum FolderListing {
  /// Deeper than this no Darwin Core Archive goes.
  private static let maximumDepth = 4

  /// The members below `path`, by name; `nil` where it is no folder.
  /// - Throws: `ArchiveError` where there is nothing or it may not be read.
  static func members(of path: String) throws(ArchiveError) -> [ArchiveMember]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw ArchiveError(StreamError.last(.cannotOpen, path))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
    var members = [ArchiveMember]()
    try list(path, prefix: "", depth: 1, into: &members)
    return members
  }

  private static func list(
    _ path: String, prefix: String, depth: Int, into members: inout [ArchiveMember]
  ) throws(ArchiveError) {
    let names: [String]
    do { names = try Directory.names(in: path) } catch { throw ArchiveError(error) }
    for name in names where name != "." && name != ".." {
      var status = stat()
      guard unsafe lstat("\(path)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let size = Int(status.st_size)
        members.append(ArchiveMember(name: prefix + name, size: size, position: members.count))
      case S_IFDIR where depth < maximumDepth:
        try list("\(path)/\(name)", prefix: "\(prefix)\(name)/", depth: depth + 1, into: &members)
      default: break
      }
      if members.count > Archive.maximumCount {
        throw ArchiveError(.damaged, path, "too many members")
      }
    }
  }
}
