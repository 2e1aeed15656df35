internal import ByteStreams
internal import Glibc

/// One file of a journal, written by one process and read by all.
///
/// Its process holds a lock on it as long as it lives, so that others can tell what it left
/// behind from what it is still writing.
final class Segment {
  static let suffix = ".ndjson"

  let path: String
  private let number: Int32
  private var isOpen = true
  private(set) var size = 0
  private var block = SegmentBlock(offset: 0, bytes: [])

  private init(path: String, number: Int32) {
    self.path = path
    self.number = number
  }

  deinit { close() }

  /// Gives back the descriptor of a segment that is only read, which takes a new one each time.
  func close() {
    if isOpen { Glibc.close(number) }
    isOpen = false
  }

  /// A new segment in `folder`, locked.
  ///
  /// The corresponding C functions are `open` and `flock`.
  static func create(in folder: String) throws(StreamError) -> Segment {
    var attempt = 0
    while true {
      let path = "\(folder)/\(name(attempt: attempt))"
      let flags = O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC
      let number = unsafe Glibc.open(path, flags, 0o666)
      if number >= 0 {
        let segment = Segment(path: path, number: number)
        _ = FileLock.ask(number, LOCK_EX)
        // Another may have taken it for abandoned before it was locked.
        if segment.hasName { return segment }
      } else if errno != EEXIST {
        throw .last(.cannotCreate, path)
      }
      attempt += 1
    }
  }

  /// An existing segment, to be read; `nil` where its process has removed it.
  static func open(_ path: String) throws(StreamError) -> Segment? {
    do {
      return Segment(path: path, number: try descriptor(of: path))
    } catch  where error.code == ENOENT {
      return nil
    }
  }

  private static func descriptor(of path: String) throws(StreamError) -> Int32 {
    try check(.inputOutput, path) { unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC) }
  }

  /// `MICROSECONDS-PID-N.ndjson`: by name they are in the order of their making.
  private static func name(attempt: Int) -> String {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let microseconds = time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    return "\(microseconds)-\(getpid())-\(attempt)\(suffix)"
  }

  /// Whether its process is still there, or may be.
  var isHeld: Bool {
    guard FileLock.ask(number, LOCK_SH | LOCK_NB) == .ours else { return true }
    flock(number, LOCK_UN)
    return false
  }

  /// Removes the file of a process that had nothing to write.
  func removeIfEmpty() {
    if size == 0 { _ = unsafe unlink(path) }
  }

  /// Removes a file without entries that nobody will write to.
  ///
  /// Its maker can't lock it meanwhile, and sees afterwards that it is gone.
  func removeIfAbandoned() {
    guard FileLock.ask(number, LOCK_SH | LOCK_NB) == .ours else { return }
    if status?.st_size == 0 { removeIfEmpty() }
    flock(number, LOCK_UN)
  }

  /// Whether the file is still in its folder.
  var hasName: Bool { status.map { $0.st_nlink > 0 } ?? false }

  private var status: stat? {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? status : nil
  }

  /// Adds a line in one write; gives where it begins.
  func append(_ line: [UInt8]) throws(StreamError) -> Int {
    let (offset, number, path) = (size, number, path)
    var written = 0
    while written < line.count {
      written += try check(.inputOutput, path) {
        unsafe line.withUnsafeBytes { bytes in
          unsafe write(number, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        }
      }
    }
    size += line.count
    return offset
  }

  /// The line that begins at `offset`, without its end.
  func line(at offset: Int) throws(StreamError) -> [UInt8] {
    if let line = block.line(at: offset) { return line }
    var size = block.nextSize(at: offset)
    while true {
      block = SegmentBlock(offset: offset, bytes: try read(at: offset, size: size))
      if let line = block.line(at: offset) { return line }
      if block.bytes.count < size { return block.bytes }
      size *= 2
    }
  }

  private func read(at offset: Int, size: Int) throws(StreamError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    let number = isOpen ? number : try Self.descriptor(of: path)
    defer { if !isOpen { Glibc.close(number) } }
    let count = try check(.inputOutput, path) {
      unsafe bytes.withUnsafeMutableBytes { unsafe pread(number, $0.baseAddress, $0.count, offset) }
    }
    bytes.removeLast(size - count)
    return bytes
  }
}
