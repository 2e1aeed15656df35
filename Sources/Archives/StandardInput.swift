internal import CArchive
internal import Glibc

/// The standard input as an archive or as something else.
public enum StandardInput {
  private static let name = "standard input"

  /// Whether it is a terminal.
  public static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The first byte, which stays there to be read; `nil` where there is none or where it
  /// can't be looked at.
  public static func firstByte() -> UInt8? {
    var byte: UInt8 = 0
    let offset = lseek(STDIN_FILENO, 0, SEEK_CUR)
    let count =
      if offset >= 0 {
        unsafe pread(STDIN_FILENO, &byte, 1, offset)
      } else {
        peekPipe(&byte)
      }
    return count == 1 ? byte : nil
  }

  /// Linux copies from one pipe into another without taking anything away.
  private static func peekPipe(_ byte: inout UInt8) -> Int {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return -1 }
    defer { for end in ends { close(end) } }
    guard tee(STDIN_FILENO, ends[1], 1, 0) == 1 else { return -1 }
    return unsafe read(ends[0], &byte, 1)
  }

  /// The path of an archive on the standard input, for as long as the process lives.
  ///
  /// Where it is no file it is spooled: a zip is read from its end.
  /// - Throws: `ArchiveError`.
  public static func archivePath() throws(ArchiveError) -> String {
    if lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 { return "/proc/self/fd/\(STDIN_FILENO)" }
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/gbifxdl-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { throw lastError("temporary file in \(folder)") }
    _ = unsafe unlink(template)
    try copy(to: file)
    return "/proc/self/fd/\(file)"
  }

  private static func copy(to file: Int32) throws(ArchiveError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count == 0 { return }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw lastError(name) }
      try unsafe write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: file)
    }
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to file: Int32
  ) throws(ArchiveError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(file, rest.baseAddress, rest.count)
      if count < 0, errno != EINTR { throw lastError("temporary file") }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
    }
  }

  private static func lastError(_ what: String) -> ArchiveError {
    let text = unsafe String(cString: strerror(errno))
    return ArchiveError(.inputOutput, what, text.prefix(1).lowercased() + text.dropFirst())
  }
}
