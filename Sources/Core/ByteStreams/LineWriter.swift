/// Gathers lines and writes them in large pieces that end at a line's end.
///
/// What was appended is surely written only when `finish` returned: a full disk shows itself
/// there at the latest.
public struct LineWriter: ~Copyable {
  /// From this many bytes on a piece is written.
  private static let pieceSize = 1 << 18

  private var sink: ByteSink
  private var buffer = RawBuffer(capacity: pieceSize + pieceSize / 4)
  /// How many of the buffer's bytes are whole lines.
  private var finished = 0

  init(_ sink: consuming ByteSink) { self.sink = sink }

  /// Writes to `output` as it is.
  public init(_ output: consuming OutputFile) { sink = ByteSink(plain: output) }

  /// Writes to the standard output.
  public static func standardOutput() -> LineWriter {
    LineWriter(OutputFile(direct: .standardOutput()))
  }

  /// Writes a file that appears under its name when `finish` returns, and not before; it is
  /// packed as its suffix says (`.zst`, `.gz`).
  ///
  /// What is no regular file (`/dev/null`, a pipe) is written to directly.
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func file(_ path: String) throws(StreamError) -> LineWriter {
    LineWriter(try ByteSink.file(path))
  }

  /// The output's name as its user knows it.
  public var name: String { sink.name }

  /// Whether it is a file that appears only when `finish` is called.
  public var isPending: Bool { sink.isPending }

  /// The columns of the terminal that it writes to; `nil` where it is none.
  public var terminalColumns: Int? { sink.terminalColumns }

  /// Adds bytes to the present line.
  @inline(__always)
  public mutating func append(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe buffer.append(bytes) }
  }

  /// Adds the UTF-8 of a text to the present line.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in unsafe buffer.append(UnsafeRawBufferPointer(utf8)) }
  }

  /// Ends the present line; writes when enough has come together.
  public mutating func endLine() throws(StreamError) {
    buffer.append(0x0A)
    finished = buffer.count
    if finished >= Self.pieceSize { try flush() }
  }

  /// Writes all whole lines now; what fails is not tried again, as some may be written.
  public mutating func flush() throws(StreamError) {
    guard finished > 0 else { return }
    let count = finished
    finished = 0
    defer { buffer.consume(count) }
    try unsafe sink.write(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count]))
  }

  /// Writes what is left, closes, and gives a file its name.
  public consuming func finish() throws(StreamError) {
    try flush()
    try sink.finish()
  }
}
