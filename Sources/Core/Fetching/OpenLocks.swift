internal import ByteStreams
internal import Glibc

/// A file whose bytes processes lock, and in which they may leave numbers.
///
/// The locks are those of the open file (fcntl(2), "Open file description locks"): the system
/// frees them when the process ends, however that is.
final class OpenLocks {
  /// `F_OFD_SETLK`, which Glibc's headers show to GNU programs alone.
  private static let setLock: Int32 = 37

  private let number: Int32

  /// Opens the file, which is made where it is missing.
  ///
  /// The corresponding C function is `open`.
  init(_ path: String) throws(StreamError) {
    number = try check(.cannotCreate, path) {
      unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    }
  }

  deinit { close(number) }

  /// Locks or unlocks bytes; `false` where another process has them.
  ///
  /// Where the file system has no locks, nobody else has them. The corresponding C function is
  /// `fcntl` with `F_OFD_SETLK`.
  func lock(_ start: Int, count: Int = 1, _ kind: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = start
    lock.l_len = count
    while unsafe fcntl(number, Self.setLock, &lock) == -1 {
      if errno != EINTR { return errno != EAGAIN && errno != EACCES }
    }
    return true
  }

  /// The number at an offset; 0 where none was written.
  ///
  /// The corresponding C function is `pread`.
  func read(at offset: Int) -> Int64 {
    var value: Int64 = 0
    let count = unsafe pread(number, &value, 8, offset)
    return count == 8 ? value : 0
  }

  /// The corresponding C function is `pwrite`; what can't be written limits nobody else.
  func write(_ value: Int64, at offset: Int) {
    var value = value
    _ = unsafe pwrite(number, &value, 8, offset)
  }
}
