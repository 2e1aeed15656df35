internal import Glibc

/// Where a regular file is or would be: equal for all names that lead to it.
public struct FilePlace: Hashable, Sendable {
  private let device: UInt64
  /// The file's number, or that of the folder in which it would be.
  private let number: UInt64
  private let name: String?

  /// The place of the file `path`; `nil` where it is something else, as `/dev/null`, or can't be.
  ///
  /// The corresponding C function is `stat`.
  public init?(_ path: String) {
    let path = OutputFile.resolve(path)
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      name = nil
    } else {
      let folder = path.folderPath
      guard unsafe stat(folder.isEmpty ? "." : String(folder), &status) == 0 else { return nil }
      name = String(path[folder.endIndex...])
    }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
