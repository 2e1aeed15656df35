internal import Glibc

/// The name that a file has until it is whole: `.NAME.PID-N.partial`, in the same folder so
/// that a rename is enough.
///
/// Its process holds a lock on it, so that what a killed process left can be told from what a
/// living one still writes.
extension OutputFile {
  private static let suffix = ".partial"

  static func createTemporary(
    beside path: String, named name: String
  ) throws(StreamError) -> OutputFile {
    var attempt = 0
    while true {
      let temporary = "\(path.folderPath)\(prefix(of: path))\(getpid())-\(attempt)\(suffix)"
      attempt += 1
      do {
        let descriptor = try Descriptor.writing(temporary, flags: O_CREAT | O_EXCL, named: name)
        // Before it was locked, another process may have taken it for abandoned.
        if descriptor.lock() != .others, descriptor.hasName(temporary) {
          return OutputFile(descriptor: descriptor, path: path, temporary: temporary)
        }
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
  }

  /// Removes what killed processes left of the same file.
  static func removeAbandoned(beside path: String) {
    let folder = path.folderPath
    let prefix = prefix(of: path)
    let names = try? Directory.names(
      in: folder.isEmpty ? "." : String(folder), beginningWith: prefix)
    for name in names ?? [] where name.hasSuffix(suffix) {
      guard let left = try? Descriptor.reading(folder + name), left.lock() == .ours else {
        continue
      }
      _ = unsafe unlink(folder + name)
    }
  }

  /// `.NAME.`, shortened because the name of a file has 255 bytes at most.
  private static func prefix(of path: String) -> String {
    let file = path.fileName.utf8.prefix(50)
    return ".\(String(decoding: file, as: UTF8.self))."
  }
}
