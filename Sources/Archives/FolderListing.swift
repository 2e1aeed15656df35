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
    guard unsafe stat(path, &status) == 0 else { throw lastError(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
    var members = [ArchiveMember]()
    try list(path, prefix: "", depth: 1, into: &members)
    return members
  }

  private static func list(
    _ path: String, prefix: String, depth: Int, into members: inout [ArchiveMember]
  ) throws(ArchiveError) {
    for name in try names(in: path).sorted() {
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

  private static func names(in path: String) throws(ArchiveError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw lastError(path) }
    defer { unsafe closedir(folder) }
    var names = [String]()
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func lastError(_ path: String) -> ArchiveError {
    let text = unsafe String(cString: strerror(errno))
    return ArchiveError(.cannotOpen, path, text.prefix(1).lowercased() + text.dropFirst())
  }
}
