public import ByteStreams

extension Journal {
  /// Lends `take` each entry that was there when it was opened, oldest segments first; of a key,
  /// or of a file, the last one counts.
  func forEachEntry(
    _ take: (borrowing Line) throws(StreamError) -> Void
  ) throws(StreamError) {
    for segment in segments where segment !== own {
      var lines = try LineReader.files([segment.path])
      while let line = try lines.next() { try take(line) }
    }
  }

  /// Whether a process that is still there has opened the journal in `folder`.
  public static func isInUse(_ folder: String) throws(StreamError) -> Bool {
    try isInUse(folder, butFor: nil)
  }

  /// Whether another process that is still there has opened the journal.
  public var isShared: Bool {
    get throws(StreamError) { try Self.isInUse(own.folder, butFor: own.path) }
  }

  private static func isInUse(
    _ folder: String, butFor own: String?
  ) throws(StreamError) -> Bool {
    for name in try Directory.names(in: folder) where name.hasSuffix(Segment.suffix) {
      let path = "\(folder)/\(name)"
      if path != own, try Segment.open(path)?.isHeld == true { return true }
    }
    return false
  }
}
