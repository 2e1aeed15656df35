/// Paths are bytes: to a `String`, a slash that a combining mark follows is no slash.
extension StringProtocol where UTF8View: BidirectionalCollection {
  private static var slash: UInt8 { UInt8(ascii: "/") }

  /// Whether a path begins at the root.
  public var isAbsolutePath: Bool { utf8.first == Self.slash }

  /// What stands before the file's name in a path, with a slash at the end; empty where nothing
  /// does.
  public var folderPath: SubSequence {
    utf8.lastIndex(of: Self.slash).map { self[..<utf8.index(after: $0)] } ?? self[..<startIndex]
  }

  /// What stands behind the last slash of a path.
  public var fileName: SubSequence {
    utf8.lastIndex(of: Self.slash).map { self[utf8.index(after: $0)...] } ?? self[...]
  }
}
