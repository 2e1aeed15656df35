internal import Glibc

/// A regular file that has its name already, to be compared with another.
struct KeptFile: ~Copyable {
  let size: Int
  private let path: String
  private let number: Int32

  /// Opens a file; `nil` where the name has none, or a link, a folder, a pipe, or a file that
  /// can't be read.
  ///
  /// The corresponding C function is `open`.
  init?(_ path: String) {
    // A pipe would make it wait for a writer.
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else { return nil }
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(number)
      return nil
    }
    (size, self.path, self.number) = (status.st_size, path, number)
  }

  deinit { close(number) }

  /// The next bytes; none at the end.
  ///
  /// The corresponding C function is `read`.
  mutating func read() throws(StreamError) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let number = number
    let count = try check(.inputOutput, path) {
      unsafe piece.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
    }
    piece.removeLast(piece.count - count)
    return piece
  }
}
