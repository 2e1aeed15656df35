import Fetching

/// Further names of a picture that is there: one photograph under two species.
enum FurtherName {
  /// Gives the file `path` the name `name` too, by a hard link or a copy; `false` where another file has
  /// that name.
  static func give(
    _ name: String, to path: String, unfinished: String
  ) throws(BodyError) -> Bool {
    if isSame(name, path) { return true }
    return try NewName.give(name, to: path, unfinished: unfinished)
  }

  /// Whether both names lead to the same bytes: one file, or a copy with its time.
  private static func isSame(_ name: String, _ path: String) -> Bool {
    guard let state = FileState(of: name) else { return false }
    return state == FileState(of: path)
  }
}
