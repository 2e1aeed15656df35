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

  /// Gives the file its name, folders included.
  ///
  /// Nothing is overwritten, unless `isReplacing` says that the name is this file's own of an
  /// earlier time.
  public func place(at name: String, isReplacing: Bool = false) throws(StreamError) -> Placing {
    let unfinished = path + NewName.copySuffix
    if isReplacing {
      try NewName.renew(name, with: path, unfinished: unfinished)
      return .placed
    }
    if try NewName.give(name, to: path, unfinished: unfinished) { return .placed }
    return try hasSameBytes(name) ? .same : .taken
  }

  private func hasSameBytes(_ name: String) throws(StreamError) -> Bool {
    guard var file = KeptFile(name), file.size == contents.count else { return false }
    var offset = 0
    while offset < contents.count {
      let piece = try file.read()
      guard !piece.isEmpty, offset + piece.count <= contents.count else { return false }
      for index in piece.indices where piece[index] != contents[offset + index] { return false }
      offset += piece.count
    }
    return true
  }
}
