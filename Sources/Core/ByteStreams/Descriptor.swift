internal import Glibc

/// An open file, pipe or terminal; it is closed when its owner goes away.
public struct Descriptor: ~Copyable, Sendable {
  /// The number under which the kernel knows it.
  public let number: Int32
  /// The name under which its user knows it.
  public let name: String
  private var isOwned: Bool

  init(number: Int32, name: String, isOwned: Bool = true) {
    self.number = number
    self.name = name
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { Glibc.close(number) }
  }

  /// The stream that every process is born with to read from.
  public static func standardInput() -> Descriptor {
    Descriptor(number: STDIN_FILENO, name: "standard input", isOwned: false)
  }

  /// The stream that every process is born with to write to.
  public static func standardOutput() -> Descriptor {
    Descriptor(number: STDOUT_FILENO, name: "standard output", isOwned: false)
  }

  /// An existing file, opened for reading.
  ///
  /// The corresponding C function is `open`.
  /// - Throws: `StreamError` of kind `cannotOpen`.
  public static func reading(_ path: String) throws(StreamError) -> Descriptor {
    let number = try check(.cannotOpen, path) { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    return Descriptor(number: number, name: path)
  }

  /// An existing file, or the standard input where `path` is `-`.
  /// - Throws: `StreamError` of kind `cannotOpen`.
  public static func input(_ path: String) throws(StreamError) -> Descriptor {
    path == "-" ? .standardInput() : try .reading(path)
  }

  /// Whether `path` names something that can be opened for reading.
  ///
  /// The corresponding C function is `access`.
  public static func canRead(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// A file opened for writing with `flags` such as `O_CREAT`; a new one is readable by
  /// whom the user's mask allows.
  static func writing(_ path: String, flags: Int32, named name: String) throws(StreamError)
    -> Descriptor
  {
    let number = try check(.cannotCreate, name) {
      unsafe open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    }
    return Descriptor(number: number, name: name)
  }

  /// A file in `folder` without a name; it goes away with its last descriptor.
  ///
  /// The corresponding C function is `mkstemp`, followed by `unlink`.
  package static func unnamedTemporary(in folder: String) throws(StreamError) -> Descriptor {
    let name = "temporary file in \(folder)"
    var template = Array("\(folder)/gbifxdl-XXXXXX".utf8CString)
    let number = try check(.cannotCreate, name) { unsafe mkstemp(&template) }
    _ = unsafe unlink(template)
    return Descriptor(number: number, name: name)
  }

  /// A second owner of the same open file.
  func duplicate() throws(StreamError) -> Descriptor {
    let number = number
    let copy = try check(.inputOutput, name) { fcntl(number, F_DUPFD_CLOEXEC, 0) }
    return Descriptor(number: copy, name: name)
  }
}

extension Descriptor {
  /// Goes back to the first byte.
  func rewind() throws(StreamError) {
    let number = number
    try check(.inputOutput, name) { lseek(number, 0, SEEK_SET) }
  }

  /// Reads what is there, at most as much as fits; 0 is the end.
  ///
  /// The corresponding C function is `read`.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    let number = number
    let kind = StreamError.Kind.inputOutput
    while true {
      do {
        return try check(kind, name) { unsafe Glibc.read(number, buffer.baseAddress, buffer.count) }
      } catch {
        switch error.code {
        case EAGAIN: wait(for: POLLIN)
        case EISDIR: throw StreamError(.cannotOpen, name, "is a directory")
        default: throw error
        }
      }
    }
  }

  /// Reads as much as fits, from `offset` on, wherever other reads are.
  ///
  /// The corresponding C function is `pread`.
  func read(all buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StreamError) {
    let number = number
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = try check(.inputOutput, name) {
        unsafe pread(number, rest.baseAddress, rest.count, offset + done)
      }
      if count == 0 { throw StreamError(.damaged, name, "is cut short") }
      done += count
    }
  }

  /// Writes all of it.
  ///
  /// The corresponding C function is `write`.
  package func write(all bytes: UnsafeRawBufferPointer) throws(StreamError) {
    var rest = unsafe bytes
    let number = number
    while unsafe !rest.isEmpty {
      do {
        let written = try check(.inputOutput, name) {
          unsafe Glibc.write(number, rest.baseAddress, rest.count)
        }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } catch {
        guard error.code == EAGAIN else { throw error }
        wait(for: POLLOUT)
      }
    }
  }

  /// Whether a read would return at once, with bytes or with the end.
  var isReady: Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) != 0
  }

  /// Waits until a read would return at once, or a signal arrives.
  func waitForInput() { wait(for: POLLIN) }

  private func wait(for events: Int32) {
    var request = pollfd(fd: number, events: Int16(events), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  /// Whether this is a file on a disk: neither a pipe nor a terminal nor a device.
  public var isRegularFile: Bool { format == S_IFREG }

  /// Whether a person sits there.
  ///
  /// The corresponding C function is `isatty`.
  public var isTerminal: Bool { isatty(number) == 1 }

  /// The columns of the terminal, 80 where it does not tell; `nil` where this is none.
  ///
  /// The corresponding C function is `ioctl`.
  public var terminalColumns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    let isKnown = unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Whether this is a pipe.
  var isPipe: Bool { format == S_IFIFO }

  private var format: mode_t { status.map { $0.st_mode & S_IFMT } ?? 0 }

  /// How many bytes a file on a disk has.
  var size: Int? { isRegularFile ? status?.st_size : nil }

  /// The corresponding C function is `fstat`.
  private var status: stat? {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? status : nil
  }

  /// Asks the kernel for few, large hand-overs: a pipe of 1 MiB, a file read ahead.
  func expectBulk() {
    // F_SETPIPE_SZ of Linux's fcntl.h, which Glibc's module does not show.
    if isPipe { _ = fcntl(number, 1031, 1 << 20) }
    _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Puts what was written on the disk.
  ///
  /// The corresponding C function is `fsync`.
  func synchronize() throws(StreamError) {
    let number = number
    try check(.inputOutput, name) { fsync(number) }
  }

  /// Closes it and says what the last write could not.
  mutating func close() throws(StreamError) {
    isOwned = false
    if Glibc.close(number) == -1 { throw .last(.inputOutput, name) }
  }
}
