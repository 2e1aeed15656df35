internal import Glibc

/// A body that came whole: its bytes, in a file that has a temporary name for now.
public struct WholeBody: ~Escapable {
  /// The bytes.
  public let contents: Span<UInt8>
  /// Their SHA-256, in lower-case hexadecimal digits.
  public let sha256: String
  private let path: String

  @_lifetime(copy contents)
  init(path: String, contents: Span<UInt8>, sha256: String) {
    self.path = path
    self.contents = contents
    self.sha256 = sha256
  }

  /// What became of a name that was asked for.
  public enum Placing: Sendable {
    /// The file has the name now.
    case placed
    /// The name had a file with the same bytes already.
    case same
    /// The name has another file.
    case taken
  }

  /// Gives the file its name, folders included. Nothing is overwritten, unless
  /// `isReplacing` says that the name is this file's own of an earlier time.
  public func place(at name: String, isReplacing: Bool = false) throws(BodyError) -> Placing {
    if isReplacing {
      try NewName.take(name, for: path)
      return .placed
    }
    if try NewName.give(name, to: path, unfinished: path + "-copy") { return .placed }
    return try hasSameBytes(name) ? .same : .taken
  }

  private func hasSameBytes(_ name: String) throws(BodyError) -> Bool {
    let number = try check(name) { unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    defer { close(number) }
    var status = stat()
    try check(name) { unsafe fstat(number, &status) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size == contents.count else { return false }
    return try compare(number, name)
  }

  private func compare(_ number: Int32, _ name: String) throws(BodyError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while offset < contents.count {
      let count = try check(name) {
        unsafe buffer.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
      }
      guard count > 0, offset + count <= contents.count else { return false }
      for index in 0..<count where buffer[index] != contents[offset + index] { return false }
      offset += count
    }
    return true
  }
}
