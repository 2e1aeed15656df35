internal import Glibc

/// A file that only grows, line by line; many processes may add to it.
public struct AppendOnlyFile: ~Copyable {
  private let descriptor: Descriptor

  /// Opens a file, made where it is missing together with its folders, for its owner alone
  /// unless `isPrivate` says otherwise.
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func open(
    _ path: String, isPrivate: Bool = true
  ) throws(StreamError) -> AppendOnlyFile {
    try Directory.create(for: path)
    let number = try check(.cannotCreate, path) {
      unsafe Glibc.open(
        path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    }
    return AppendOnlyFile(descriptor: Descriptor(number: number, name: path))
  }

  private init(descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Adds a line and puts it on the disk.
  /// - Throws: `StreamError` of kind `inputOutput`.
  public func append(line: [UInt8]) throws(StreamError) {
    // A line that an earlier process could not end must not swallow this one.
    let bytes = (try isAtLineStart ? [] : [0x0A]) + line + [0x0A]
    try unsafe bytes.span.withUnsafeBytes { bytes throws(StreamError) in
      try unsafe descriptor.write(all: bytes)
    }
    if descriptor.isRegularFile { try descriptor.synchronize() }
  }

  private var isAtLineStart: Bool {
    get throws(StreamError) {
      let number = descriptor.number
      guard descriptor.isRegularFile else { return true }
      let end = try check(.inputOutput, descriptor.name) { lseek(number, 0, SEEK_END) }
      if end == 0 { return true }
      var last: UInt8 = 0
      try check(.inputOutput, descriptor.name) { unsafe pread(number, &last, 1, end - 1) }
      return last == 0x0A
    }
  }
}
