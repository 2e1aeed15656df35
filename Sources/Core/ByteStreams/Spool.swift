internal import Glibc

/// Lines that must be seen twice, kept in a zstd-compressed temporary file without a name:
/// it vanishes with the process, however that ends.
public struct Spool: ~Copyable {
  private var writer: LineWriter
  private let copy: Descriptor

  /// An empty spool under `TMPDIR` (`/tmp` where that is not set).
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func create() throws(StreamError) -> Spool {
    let chosen = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    return try create(in: chosen.isEmpty ? "/tmp" : chosen)
  }

  static func create(in folder: String) throws(StreamError) -> Spool {
    let descriptor = try Descriptor.unnamedTemporary(in: folder)
    let copy = try descriptor.duplicate()
    let sink = try ByteSink(OutputFile(direct: descriptor), .zstd)
    return Spool(writer: LineWriter(sink), copy: copy)
  }

  /// Adds a line.
  public mutating func append(_ line: borrowing Span<UInt8>) throws(StreamError) {
    writer.append(line)
    try writer.endLine()
  }

  /// Ends the writing and lends the lines in the order in which they came.
  public consuming func read() throws(StreamError) -> LineReader {
    try writer.finish()
    try copy.rewind()
    return LineReader(copy, limit: .max)
  }
}
