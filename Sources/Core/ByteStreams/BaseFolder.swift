internal import Glibc

/// The folder from which the paths in records are taken.
///
/// A record says which file is read, and a record may be anyone's: only regular files are
/// opened, and only below this folder, wherever `..` and links lead.
public struct BaseFolder: Sendable {
  /// The folder as its user knows it.
  public let path: String
  /// Without links, and with a slash at the end.
  let real: String

  /// The folder of this name.
  /// - Throws: `StreamError` of kind `cannotOpen`.
  public init(_ path: String) throws(StreamError) {
    self.path = path
    let real = try Self.real(path, named: path)
    self.real = real.hasSuffix("/") ? real : real + "/"
    // A file is no folder.
    _ = try Self.real(self.real + ".", named: path)
  }

  /// Where a path below the folder leads in the end: without links and dots, from the folder on.
  /// - Throws: `StreamError` of kind `cannotOpen`, also where it leads out of the folder.
  public func place(of path: String) throws(StreamError) -> String {
    switch end(of: path) {
    case .inside(let place): return place
    case .outside: throw StreamError(.cannotOpen, path, "lies outside of \(self.path)")
    case .nowhere(let error), .unknown(let error): throw error
    }
  }

  /// Where a folder is, which is this one or lies below it: its names, each with a slash behind it.
  /// - Throws: `StreamError` of kind `cannotOpen`, also where it is no folder or lies elsewhere.
  public func place(ofFolder path: String) throws(StreamError) -> String {
    let target = try Self.real((path.isAbsolutePath ? path : real + path) + "/.", named: path)
    let folder = target.hasSuffix("/") ? target : target + "/"
    guard folder.utf8.starts(with: real.utf8) else {
      throw StreamError(.cannotOpen, path, "lies outside of \(self.path)")
    }
    return String(Substring(folder.utf8.dropFirst(real.utf8.count)))
  }

  /// The name of a file at such a place, for any call of the system.
  public func name(of place: String) -> String { real + place }

  private func target(of path: String) throws(StreamError) -> String {
    name(of: try place(of: path))
  }

  /// Where a path ends.
  public enum PathEnd {
    /// Below the folder: without links and dots, from the folder on.
    case inside(String)
    case outside
    /// At no file.
    case nowhere(StreamError)
    /// It can't be followed.
    case unknown(StreamError)
  }

  /// Where a path below the folder leads in the end.
  public func end(of path: String) -> PathEnd {
    if path.utf8.contains(0) {
      return .nowhere(StreamError(.cannotOpen, path, "holds a NUL"))
    }
    do throws(StreamError) {
      let target = try Self.real(path.isAbsolutePath ? path : real + path, named: path)
      guard target.utf8.starts(with: real.utf8) else { return .outside }
      return .inside(String(Substring(target.utf8.dropFirst(real.utf8.count))))
    } catch {
      return error.isAbsence ? .nowhere(error) : .unknown(error)
    }
  }

  /// Opens a regular file below the folder for reading.
  /// - Throws: `StreamError` of kind `cannotOpen`.
  public func open(_ path: String) throws(StreamError) -> Descriptor {
    let target = try target(of: path)
    // Looked at before it is opened, as opening a device may do something.
    guard Self.isRegularFile(target) else {
      throw StreamError(.cannotOpen, path, "is no regular file")
    }
    let number = try check(.cannotOpen, path) {
      unsafe Glibc.open(target, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    return Descriptor(number: number, name: path)
  }

  /// Lends the bytes of a file below the folder, piece by piece.
  /// - Throws: `StreamError` where it can't be opened or read, and what `take` throws.
  public func read(
    _ path: String, _ take: (Span<UInt8>) throws(StreamError) -> Void
  ) throws(StreamError) {
    try Self.read(try open(path), take)
  }

  private static func read(
    _ descriptor: borrowing Descriptor, _ take: (Span<UInt8>) throws(StreamError) -> Void
  ) throws(StreamError) {
    var buffer = RawBuffer(capacity: 1 << 17)
    while true {
      let count = try unsafe descriptor.read(into: buffer.free)
      if count == 0 { return }
      buffer.commit(count)
      try unsafe take(buffer.bytes.bindMemory(to: UInt8.self).span)
      buffer.removeAll()
    }
  }

  /// All bytes of a file below the folder.
  /// - Throws: `StreamError` where it can't be opened or read, or has more than `limit` bytes.
  public func contents(of path: String, limit: Int) throws(StreamError) -> [UInt8] {
    let descriptor = try open(path)
    var bytes = [UInt8]()
    // To grow bit by bit would take twice the memory.
    bytes.reserveCapacity(min(limit, descriptor.size ?? 0))
    var isTooLong = false
    try Self.read(descriptor) { piece in
      isTooLong = isTooLong || bytes.count + piece.count > limit
      if isTooLong { return }
      unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    if isTooLong { throw StreamError(.damaged, path, "longer than \(limit) bytes") }
    return bytes
  }

  /// The corresponding C function is `realpath`.
  private static func real(_ path: String, named name: String) throws(StreamError) -> String {
    guard let real = unsafe realpath(path, nil) else { throw .last(.cannotOpen, name) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The corresponding C function is `lstat`.
  private static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
