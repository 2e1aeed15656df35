internal import Glibc

/// The three streams that every process is born with, unless its parent closed them.
enum StandardStreams {
  /// Puts something in the place of each closed stream, so that no file that the tool opens
  /// gets its number, and records end up in there.
  ///
  /// What stands there fails like a closed one: it can't be read as the standard input and
  /// not be written to as the others.
  static func fillGaps() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      // The kernel gives the lowest free number, which is this one.
      _ = unsafe open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
