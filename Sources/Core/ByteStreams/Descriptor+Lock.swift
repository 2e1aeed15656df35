internal import Glibc

extension Descriptor {
  /// Takes the file for this process until it ends or closes it; `false` where another has it.
  ///
  /// The corresponding C function is `flock`.
  func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }

  /// Whether it is still this file that has the name.
  func hasName(_ path: String) -> Bool {
    var (named, opened) = (stat(), stat())
    guard unsafe stat(path, &named) == 0, unsafe fstat(number, &opened) == 0 else { return false }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }
}
