internal import Glibc

/// Folders on the way to a file.
public enum Folders {
  /// Makes the folders that the path of a file goes through, where they are missing.
  ///
  /// The corresponding C function is `mkdir`.
  public static func make(for path: String) throws(BodyError) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if part.isEmpty { continue }
      let name = folder
      do {
        try check(name) { unsafe mkdir(name, 0o777) }
      } catch  where errno == EEXIST {
        continue
      }
    }
  }
}
