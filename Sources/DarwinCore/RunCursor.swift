internal import ByteStreams

/// The place in a run up to which it was read.
final class RunCursor {
  private var lines: LineReader
  private var line = JSONBuffer()
  /// The number of the core row to which the present line belongs; `nil` at the end.
  private(set) var number: Int?
  /// Where in the line the object begins.
  private var start = 0

  init(_ lines: consuming LineReader) throws(StreamError) {
    self.lines = lines
    number = nil
    try advance()
  }

  private func advance() throws(StreamError) {
    number = try Self.readLine(&lines, into: &line) ? readNumber() : nil
  }

  private static func readLine(
    _ lines: inout LineReader, into line: inout JSONBuffer
  ) throws(StreamError) -> Bool {
    line.removeAll()
    guard let next = try lines.next() else { return false }
    unsafe next.bytes.withUnsafeBytes { bytes in unsafe line.append(bytes) }
    return true
  }

  private func readNumber() -> Int {
    var value = 0
    start = 0
    while line[start] != UInt8(ascii: " ") {
      value = 10 * value + Int(line[start] - UInt8(ascii: "0"))
      start += 1
    }
    start += 1
    return value
  }

  /// Appends the present line to `spool` and goes on to the next.
  func move(to spool: inout Spool) throws(StreamError) {
    try Self.append(line, to: &spool)
    try advance()
  }

  private static func append(
    _ line: borrowing JSONBuffer, to spool: inout Spool
  ) throws(StreamError) {
    try spool.append(line.span)
  }

  /// Appends the objects of a row of the core until `rows` is full, and passes over those of
  /// the rows before it.
  func take(_ wanted: Int, into rows: inout RenderedRows) throws(StreamError) {
    while let number, number < wanted { try advance() }
    while number == wanted, !rows.isFull {
      unsafe rows.append(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line.bytes)[start...]))
      try advance()
    }
  }
}
