internal import Glibc

/// A file that is whole or absent: it is written under a temporary name beside its place
/// and takes its own name when `commit` is called, never otherwise.
public struct OutputFile: ~Copyable {
  private(set) var descriptor: Descriptor
  /// The name to be given, after all links.
  private let path: String
  /// The name it has meanwhile; `nil` when it is written to directly or has its own name.
  private var temporary: String?

  deinit {
    if let temporary { _ = unsafe unlink(temporary) }
  }

  /// The name as its user knows it.
  var name: String { descriptor.name }

  /// Whether it still waits for its name.
  var isPending: Bool { temporary != nil }

  /// A stream that is written to directly.
  public init(direct descriptor: consuming Descriptor) {
    self.descriptor = descriptor
    path = ""
    temporary = nil
  }

  init(descriptor: consuming Descriptor, path: String, temporary: String?) {
    self.descriptor = descriptor
    self.path = path
    self.temporary = temporary
  }

  /// A new file in the place of `path`; what is there and no regular file (`/dev/null`, a
  /// pipe) is written to directly.
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func create(_ path: String) throws(StreamError) -> OutputFile {
    let target = resolve(path)
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = try Descriptor.writing(target, flags: 0, named: path)
      return OutputFile(direct: descriptor)
    }
    removeAbandoned(beside: target)
    let file = try createTemporary(beside: target, named: path)
    // A file that takes another's place takes its permissions too.
    if exists { fchmod(file.descriptor.number, status.st_mode & 0o7777) }
    return file
  }

  /// Puts the file on the disk and gives it its name.
  public consuming func commit() throws(StreamError) {
    guard let temporary else { return try descriptor.close() }
    try descriptor.synchronize()
    let (path, name) = (path, name)
    // Closing gives up the lock, and who has none is taken for abandoned.
    try check(.cannotCreate, name) { unsafe rename(temporary, path) }
    self.temporary = nil
    try descriptor.close()
  }

  /// Where a link leads, also one that leads to nothing yet.
  ///
  /// The kernel follows 40 links at most, and so do we.
  static func resolve(_ path: String, links: Int = 40) -> String {
    if let real = unsafe realpath(path, nil) {
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    guard links > 0, let target = linkTarget(path) else { return path }
    return resolve(
      target.isAbsolutePath ? target : path.folderPath + target, links: links - 1)
  }

  /// What a link says; the corresponding C function is `readlink`.
  private static func linkTarget(_ path: String) -> String? {
    let capacity = Int(PATH_MAX)
    var target = [CChar](repeating: 0, count: capacity)
    let count = unsafe readlink(path, &target, capacity)
    guard count > 0 else { return nil }
    return String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
