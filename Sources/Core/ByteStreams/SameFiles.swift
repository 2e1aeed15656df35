/// Files on a disk that can be read once more.
public struct SameFiles: Sendable {
  private let paths: [String]
  private let stamps: [FileStamp?]

  /// The named files; `nil` where none is named, or one can be read only once, as a pipe.
  public init?(_ paths: [String]) {
    self.paths = paths
    stamps = paths.map { FileStamp($0) }
    if paths.isEmpty || paths.contains("-") || stamps.contains(nil) { return nil }
  }

  /// Reads their lines again, from the first one on; longer ones than `limit` in pieces.
  /// - Throws: `StreamError` where one can't be opened.
  public func read(limit: Int) throws(StreamError) -> LineReader { try .files(paths, limit: limit) }

  /// - Throws: `StreamError` where one was written to since.
  public func check() throws(StreamError) {
    for (path, stamp) in zip(paths, stamps) where FileStamp(path) != stamp {
      let advice = "run again, or read it through a pipe"
      throw StreamError(.inputOutput, path, "changed while it was read: \(advice)")
    }
  }
}
