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
  private var prefixes: [String] { path.hasPrefix("/") ? [real, path + "/"] : [real] }

  /// Removes a regular file that is in a state; `false` where there is none, or another.
  ///
  /// No link is followed on the way. The corresponding C functions are `openat` and `unlinkat`.
  /// - Throws: `StreamError` where the file can't be removed.
  public func remove(_ names: [String], in state: FileState) throws(StreamError) -> Bool {
    guard let last = names.last else { return false }
    let path = names.joined(separator: "/")
    var folder = try Descriptor.folder(real)
    for name in names.dropLast() {
      guard let next = try folder.folder(name, path) else { return false }
      folder = next
    }
    guard FileState(of: last, in: folder) == state else { return false }
    let number = folder.number
    try check(.inputOutput, path) { unsafe unlinkat(number, last, 0) }
    return true
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
    } catch  where [ENOENT, ENOTDIR, ELOOP].contains(errno) {
      return nil
    }
  }
}
