internal import CArchive
internal import Glibc

/// The standard input as an archive or as something else.
public enum StandardInput {
  /// The path under which it is an archive.
  public static let path = "/proc/self/fd/\(STDIN_FILENO)"

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

  /// Whether it is a file of which nothing was read.
  static var isWholeFile: Bool { lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 }
}
