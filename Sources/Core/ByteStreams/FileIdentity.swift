internal import Glibc

/// What two names of one file have in common.
public struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let node: UInt64

  /// The identity of a regular file; `nil` where there is none.
  ///
  /// The corresponding C function is `lstat`.
  public init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
  }
}
