import Glibc

@testable import ByteStreams

/// The two ends of a pipe.
struct PipeEnds: Sendable {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
    // As the tools do, so that a broken pipe is an error that can be seen.
    signal(SIGPIPE, SIG_IGN)
  }

  /// The end to be read from; it is closed with its owner.
  var source: Descriptor { Descriptor(number: reading, name: "pipe") }

  /// The end to be written to; it is closed with its owner.
  var writer: LineWriter {
    LineWriter(OutputFile(direct: Descriptor(number: writing, name: "pipe")))
  }

  /// What is there, at most 64 KiB; waits until something is there if it `isPatient`.
  func read(isPatient: Bool = false) -> [UInt8] {
    var request = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, isPatient ? -1 : 0) == 1 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe Glibc.read(reading, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Everything until the other end is closed.
  func readAll() -> [UInt8] {
    var all = [UInt8]()
    while true {
      let bytes = read(isPatient: true)
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  func finishWriting() { close(writing) }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(writing, bytes, bytes.count)
  }
}

/// Makes the calls of one end return at once, as a terminal shared with other programs may.
func stopBlocking(_ number: Int32) {
  _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
}
