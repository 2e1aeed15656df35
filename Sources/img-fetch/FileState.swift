import Glibc

/// Size and time of a file: as long as both are the same, so are its bytes.
struct FileState: Equatable, Sendable {
  let bytes: Int
  /// Nanoseconds since 1970.
  let modified: Int

  /// The state of a regular file; `nil` where there is none.
  ///
  /// The corresponding C function is `lstat`.
  init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    bytes = status.st_size
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  init(bytes: Int, modified: Int) {
    self.bytes = bytes
    self.modified = modified
  }
}
