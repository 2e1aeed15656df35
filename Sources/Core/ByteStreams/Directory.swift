internal import Glibc

/// Folders, and what lies in them.
public enum Directory {
  /// Makes a folder and those that it lies in, where they are missing.
  ///
  /// The corresponding C function is `mkdir`.
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func create(_ path: String) throws(StreamError) {
    for end in path.utf8.indices + [path.utf8.endIndex] {
      let isEnd = end == path.utf8.endIndex || path.utf8[end] == UInt8(ascii: "/")
      guard isEnd, end > path.startIndex else { continue }
      let name = String(path[..<end])
      do {
        try check(.cannotCreate, path) { unsafe mkdir(name, 0o777) }
      } catch  where error.code == EEXIST {
        continue
      }
    }
    var status = stat()
    if unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
      throw StreamError(.cannotCreate, path, "not a directory")
    }
  }

  /// Makes sure that files can be made in a folder, by making one that is gone at once.
  ///
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func tryOut(_ path: String) throws(StreamError) {
    do {
      _ = try OutputFile.create("\(path)/tried")
    } catch {
      throw StreamError(error.kind, path, error.reason)
    }
  }

  /// Makes the folders that the path of a file goes through, where they are missing.
  ///
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func create(for path: String) throws(StreamError) {
    let folder = path.folderPath
    if !folder.isEmpty { try create(folder.utf8.count == 1 ? "/" : String(folder.dropLast())) }
  }

  /// The names of what lies in a folder, if they begin with `prefix`, in the order of their bytes.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  /// - Throws: `StreamError` of kind `cannotOpen`, or `inputOutput` where it can't be read.
  public static func names(
    in path: String, beginningWith prefix: String = ""
  ) throws(StreamError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw .last(.cannotOpen, path) }
    defer { unsafe closedir(stream) }
    var names = [String]()
    while true {
      // Only so can an error be told from the end.
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.utf8.starts(with: prefix.utf8) { names.append(name) }
    }
    if errno != 0 { throw .last(.inputOutput, path) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// How many bytes a user may still write to the file system of a folder.
  ///
  /// The corresponding C function is `statvfs`.
  /// - Throws: `StreamError` of kind `cannotOpen`.
  public static func freeBytes(_ path: String) throws(StreamError) -> Int {
    var status = statvfs()
    try check(.cannotOpen, path) { unsafe statvfs(path, &status) }
    return Int(clamping: status.f_bavail).multipliedClamped(by: Int(clamping: status.f_frsize))
  }

  /// The size of the regular file that has this name, in bytes; `nil` where there is none.
  ///
  /// The corresponding C function is `stat`.
  public static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}

extension Directory {
  /// Takes a file out of its folder, where it is there.
  ///
  /// The corresponding C function is `unlink`.
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func remove(_ path: String) throws(StreamError) {
    do {
      try check(.cannotCreate, path) { unsafe unlink(path) }
    } catch {
      if error.code != ENOENT { throw error }
    }
  }
}

extension Int {
  fileprivate func multipliedClamped(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
