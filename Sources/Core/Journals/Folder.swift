internal import Glibc

/// The files of a folder.
enum Folder {
  /// Their names in the order of the bytes.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  static func names(in path: String) throws(JournalError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw .last(path, isCreation: false) }
    defer { unsafe closedir(stream) }
    var names = [String]()
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }
}
