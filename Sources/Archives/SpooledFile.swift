internal import ByteStreams

/// What can be read but once, such as a pipe, in a temporary file without a name.
///
/// A zip is read from its end. The file is there as long as this.
final class SpooledFile: Sendable {
  private let file: Descriptor

  /// The path under which the system knows it.
  var path: String { "/proc/self/fd/\(file.number)" }

  /// What is at `path`; `nil` where that can be read again and again.
  /// - Throws: `ArchiveError`.
  static func spooling(_ path: String) throws(ArchiveError) -> SpooledFile? {
    let isInput = path == StandardInput.path
    let isFile = isInput ? StandardInput.isWholeFile : Directory.size(ofFile: path) != nil
    if isFile { return nil }
    do {
      return try SpooledFile(isInput ? .standardInput() : .reading(path))
    } catch {
      throw ArchiveError(error)
    }
  }

  private init(_ source: consuming Descriptor) throws(StreamError) {
    file = try .unnamedTemporary(in: Spool.temporaryFolder)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = try unsafe source.read(into: buffer)
      if count == 0 { return }
      try unsafe file.write(all: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
