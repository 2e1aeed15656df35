internal import Glibc

/// Who has an open file to himself.
///
/// The corresponding C function is `flock`.
package enum FileLock {
  /// This process, until it ends or closes it.
  case ours
  /// Another process.
  case others
  /// Nobody can tell: some file systems of networks have no locks.
  case unknown

  /// Asks for the lock of a file, with an `operation` such as `LOCK_EX`.
  package static func ask(_ number: Int32, _ operation: Int32) -> FileLock {
    while flock(number, operation) == -1 {
      if errno != EINTR { return errno == EWOULDBLOCK ? .others : .unknown }
    }
    return .ours
  }
}

extension Descriptor {
  /// Takes the file for this process alone, where no other has it.
  func lock() -> FileLock { .ask(number, LOCK_EX | LOCK_NB) }

  /// Whether it is still this file that has the name.
  func hasName(_ path: String) -> Bool {
    var (named, opened) = (stat(), stat())
    guard unsafe stat(path, &named) == 0, unsafe fstat(number, &opened) == 0 else { return false }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }
}
