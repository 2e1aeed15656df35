internal import Glibc

extension BaseFolder {
  /// The names that lead from the folder to a file, without links in mind; `nil` where the path
  /// leads out of the folder, or through `..`.
  public func names(of path: String) -> [String]? {
    var rest = path[...]
    if path.utf8.first == UInt8(ascii: "/") {
      guard let prefix = prefixes.first(where: { path.utf8.starts(with: $0.utf8) }) else {
        return nil
      }
      rest = Substring(path.utf8.dropFirst(prefix.utf8.count))
    }
    let slash = UInt8(ascii: "/")
    let names = rest.utf8.split(separator: slash).map { String(Substring($0)) }
      .filter { $0 != "." }
    let isFolder = names.isEmpty || path.utf8.last == slash
    return isFolder || names.contains("..") ? nil : names
  }

  /// What the paths of files here begin with, where they are absolute.
  private var prefixes: [String] { path.isAbsolutePath ? [real, path + "/"] : [real] }

  /// Removes a regular file that is in a state; `false` where there is none, or another.
  ///
  /// No link is followed on the way. The corresponding C functions are `openat` and `unlinkat`.
  /// - Throws: `StreamError` where the file can't be removed.
  public func remove(_ names: [String], in state: FileState) throws(StreamError) -> Bool {
    try withFolder(of: names) { folder, last throws(StreamError) in
      guard FileState(of: last, in: folder) == state else { return false }
      let number = folder.number
      try check(.inputOutput, names.joined(separator: "/")) { unsafe unlinkat(number, last, 0) }
      return true
    } ?? false
  }

  /// Removes a folder if nothing is in it; `false` where something is, or it is none.
  ///
  /// No link is followed on the way. The corresponding C function is `unlinkat`.
  /// - Throws: `StreamError` where the way to it can't be opened.
  public func removeFolder(_ names: [String]) throws(StreamError) -> Bool {
    try withFolder(of: names) { folder, last in
      unsafe unlinkat(folder.number, last, AT_REMOVEDIR) == 0
    } ?? false
  }

  /// The state of the regular file that has these names; `nil` where there is none.
  ///
  /// No link is followed on the way.
  /// - Throws: `StreamError` where the way to it can't be opened.
  public func state(of names: [String]) throws(StreamError) -> FileState? {
    try withFolder(of: names) { folder, last in FileState(of: last, in: folder) } ?? nil
  }

  /// Lends the folder in which the last of the names may be; `nil` where there is none.
  private func withFolder<Result>(
    of names: [String],
    _ body: (borrowing Descriptor, String) throws(StreamError) -> Result
  ) throws(StreamError) -> Result? {
    guard let last = names.last else { return nil }
    var folder = try Descriptor.folder(real)
    for name in names.dropLast() {
      guard let next = try folder.folder(name, names.joined(separator: "/")) else { return nil }
      folder = next
    }
    return try body(folder, last)
  }
}

extension Descriptor {
  fileprivate static func folder(_ path: String) throws(StreamError) -> Descriptor {
    let number = try check(.cannotOpen, path) {
      unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    return Descriptor(number: number, name: path)
  }

  /// A folder in this one; `nil` where the name is something else, a link too.
  fileprivate func folder(_ name: String, _ path: String) throws(StreamError) -> Descriptor? {
    let number = number
    do {
      let next = try check(.cannotOpen, path) {
        unsafe openat(number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      }
      return Descriptor(number: next, name: path)
    } catch  where [ENOENT, ENOTDIR, ELOOP].contains(error.code) {
      return nil
    }
  }
}
