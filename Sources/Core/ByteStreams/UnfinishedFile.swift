internal import Glibc

/// A file under a temporary name, while its bytes come; it vanishes unless it is placed.
///
/// It may be handed from one thread to another, but is no two threads' at once.
public final class UnfinishedFile: @unchecked Sendable {
  private let path: String
  /// `nil` once all bytes came.
  private var number: Int32?
  private var count = 0

  /// A new file that has this name meanwhile.
  ///
  /// The corresponding C function is `open`.
  public init(_ path: String) throws(StreamError) {
    self.path = path
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
    number = try check(.cannotCreate, path) { unsafe open(path, flags, 0o666) }
  }

  deinit {
    end()
    _ = unsafe unlink(path)
  }

  /// Ends the writing: from now on only the name lives, and takes no place among the open files.
  private func end() {
    if let number { close(number) }
    number = nil
  }

  /// Adds bytes.
  public func append(_ bytes: [UInt8]) throws(StreamError) {
    let number = number ?? -1
    var written = 0
    while written < bytes.count {
      written += try check(.inputOutput, path) {
        unsafe bytes.withUnsafeBytes { bytes in
          unsafe write(number, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        }
      }
    }
    count += bytes.count
  }

  /// Ends the writing with the last bytes, and calls `body` with what came, whose SHA-256 is
  /// `sum`.
  public func settle<Result>(
    appending bytes: [UInt8], _ sum: String,
    _ body: (borrowing WholeBody) throws(StreamError) -> Result
  ) throws(StreamError) -> Result {
    defer { end() }
    try append(bytes)
    // Most pictures are one piece, which is still at hand.
    if count == bytes.count {
      return try body(WholeBody(path: path, contents: bytes.span, sha256: sum))
    }
    return try map(sum, body)
  }

  /// Looks at a large file where it lies.
  ///
  /// The corresponding C function is `mmap`.
  private func map<Result>(
    _ sum: String, _ body: (borrowing WholeBody) throws(StreamError) -> Result
  ) throws(StreamError) -> Result {
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, number ?? -1, 0),
      unsafe start != MAP_FAILED
    else { throw .last(.inputOutput, path) }
    defer { unsafe munmap(start, count) }
    let contents = unsafe UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: count)
    return try unsafe body(WholeBody(path: path, contents: contents.span, sha256: sum))
  }
}
