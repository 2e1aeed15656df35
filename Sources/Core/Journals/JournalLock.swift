public import ByteStreams
internal import Glibc

/// What keeps those who remove files from those who count on them: every process that writes in
/// a journal shares its lock as long as it lives, and who removes files of which it tells has it
/// alone.
public final class JournalLock {
  private static let name = "lock"

  private let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// A share of the lock of the journal in `folder`, when nobody has it alone any more; without
  /// effect where the file system has no locks, as then nobody gets it alone.
  static func share(_ folder: String) throws(StreamError) -> JournalLock {
    let lock = try open(folder)
    _ = FileLock.ask(lock.number, LOCK_SH)
    return lock
  }

  /// The lock of the journal in `folder`, alone; `nil` while another process has a share.
  ///
  /// The corresponding C function is `flock`.
  /// - Throws: `StreamError` where it can't be opened, or the file system has no locks.
  public static func take(_ folder: String) throws(StreamError) -> JournalLock? {
    let lock = try open(folder)
    switch FileLock.ask(lock.number, LOCK_EX | LOCK_NB) {
    case .ours: return lock
    case .others: return nil
    case .unknown:
      throw StreamError(.cannotCreate, "\(folder)/\(name)", "its file system has no locks")
    }
  }

  private static func open(_ folder: String) throws(StreamError) -> JournalLock {
    let path = "\(folder)/\(name)"
    return JournalLock(
      try check(.cannotCreate, path) {
        unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      })
  }
}
