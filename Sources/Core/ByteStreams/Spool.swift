internal import Glibc

/// Lines that must be seen twice, kept in a zstd-compressed temporary file without a name:
/// it vanishes with the process, however that ends.
public struct Spool: ~Copyable {
  private var writer: LineWriter
  private let copy: Descriptor

  /// An empty spool under `TMPDIR` (`/tmp` where that is not set).
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func create() throws(StreamError) -> Spool { try create(in: temporaryFolder) }

  /// Where temporary files lie: `TMPDIR`, else `/tmp`.
  package static var temporaryFolder: String {
    let chosen = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    return chosen.isEmpty ? "/tmp" : chosen
  }

  static func create(in folder: String) throws(StreamError) -> Spool {
    let descriptor = try Descriptor.unnamedTemporary(in: folder)
    let copy = try descriptor.duplicate()
    let sink = ByteSink(spool: OutputFile(direct: descriptor))
    return Spool(writer: LineWriter(sink), copy: copy)
  }

  /// Adds a line.
  public mutating func append(_ line: borrowing Span<UInt8>) throws(StreamError) {
    writer.append(line)
    try writer.endLine()
  }

  /// Adds a line that is put together of two pieces.
  public mutating func append(
    _ start: borrowing Span<UInt8>, _ end: borrowing Span<UInt8>
  ) throws(StreamError) {
    writer.append(start)
    try append(end)
  }

  /// Ends the writing and lends the lines in the order in which they came.
  public consuming func read() throws(StreamError) -> LineReader { try finish().read() }

  /// Ends the writing; what was written can be read more than once.
  public consuming func finish() throws(StreamError) -> SpooledLines {
    try writer.finish()
    return SpooledLines(copy)
  }
}

/// The lines of a spool that is written.
public struct SpooledLines: ~Copyable {
  private let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Lends the lines in the order in which they came; a reader before this one is done.
  public func read() throws(StreamError) -> LineReader {
    try descriptor.rewind()
    return LineReader(try descriptor.duplicate(), limit: .max)
  }
}
