internal import Glibc

/// Size and time of a file: as long as both are the same, so are its bytes.
public struct FileState: Equatable, Sendable {
  /// The size.
  public let bytes: Int
  /// Nanoseconds since 1970; they begin anew after 2262, as only equality is asked for.
  public let modified: Int

  /// The state of a regular file; `nil` where there is none.
  ///
  /// The corresponding C function is `lstat`.
  public init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The state of an open regular file; `nil` where it is something else.
  ///
  /// The corresponding C function is `fstat`.
  public init?(ofDescriptor number: Int32) {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The state of a regular file in an open folder.
  ///
  /// The corresponding C function is `fstatat`.
  init?(of name: String, in folder: borrowing Descriptor) {
    var status = stat()
    guard unsafe fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    bytes = status.st_size
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
  }

  /// A state that was noted.
  public init(bytes: Int, modified: Int) {
    self.bytes = bytes
    self.modified = modified
  }
}
