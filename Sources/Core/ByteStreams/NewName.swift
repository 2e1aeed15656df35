internal import Glibc

/// Names for files that exist already under another, never taken from one that has them.
public enum NewName {
  /// How the unfinished name of a second link or copy may end.
  public static let copySuffix = "-copy"

  /// Gives the file `path` the name `name` too, and keeps the old one where the file system has
  /// hard links; makes the folders on the way.
  ///
  /// `false` where the name is in use. Without hard links it is a copy, which is called
  /// `unfinished` until it is whole. The corresponding C function is `link`.
  public static func give(
    _ name: String, to path: String, unfinished: String
  ) throws(StreamError) -> Bool {
    do {
      try withFolder(of: name) { unsafe link(path, name) }
      return true
    } catch  where error.code == EEXIST {
      return false
    } catch  where isLackOfLinks(error) {
      if unsafe access(name, F_OK) == 0 { return false }
      try copy(path, to: unfinished)
      try take(name, for: unfinished)
      return true
    }
  }

  /// Gives the file `path` the name `name` too, in place of whatever has it; the name is never
  /// without a file.
  public static func renew(
    _ name: String, with path: String, unfinished: String
  ) throws(StreamError) {
    do {
      try check(.cannotCreate, unfinished) { unsafe link(path, unfinished) }
    } catch  where isLackOfLinks(error) {
      try copy(path, to: unfinished)
    }
    try take(name, for: unfinished)
  }

  /// Whether two names have the same bytes, each in a regular file.
  public static func haveSameBytes(_ name: String, _ other: String) throws(StreamError) -> Bool {
    guard var first = KeptFile(name), var second = KeptFile(other), first.size == second.size
    else { return false }
    while true {
      let piece = try first.read()
      guard try second.read() == piece else { return false }
      if piece.isEmpty { return true }
    }
  }

  /// Whether a call failed for the lack of hard links, or of more of them.
  private static func isLackOfLinks(_ error: StreamError) -> Bool {
    [EPERM, ENOTSUP, ENOSYS, EMLINK, EXDEV].contains(error.code)
  }

  /// Gives the file `path` the name `name` in place of whatever has it.
  ///
  /// The corresponding C function is `rename`.
  private static func take(_ name: String, for path: String) throws(StreamError) {
    try withFolder(of: name) { unsafe rename(path, name) }
  }

  /// Makes the folder when the call says that it is missing.
  private static func withFolder(of name: String, _ call: () -> Int32) throws(StreamError) {
    do {
      try check(.cannotCreate, name, call)
    } catch  where error.code == ENOENT {
      try Directory.create(for: name)
      try check(.cannotCreate, name, call)
    }
  }

  private static func copy(_ path: String, to unfinished: String) throws(StreamError) {
    let source = try check(.inputOutput, path) { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    defer { close(source) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let target = try check(.cannotCreate, unfinished) { unsafe open(unfinished, flags, 0o666) }
    defer { close(target) }
    try copy(source, to: target, unfinished)
  }

  /// The bytes and the time of the last change.
  private static func copy(
    _ source: Int32, to target: Int32, _ name: String
  ) throws(StreamError) {
    while try check(.inputOutput, name, { sendfile(target, source, nil, 1 << 30) }) > 0 {}
    var status = stat()
    try check(.inputOutput, name) { unsafe fstat(source, &status) }
    let times: InlineArray<2, timespec> = [status.st_atim, status.st_mtim]
    let span = times.span
    try check(.inputOutput, name) {
      unsafe span.withUnsafeBufferPointer { unsafe futimens(target, $0.baseAddress) }
    }
  }
}
