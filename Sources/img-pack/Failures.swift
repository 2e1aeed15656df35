import ByteStreams
import ImageRecords
import Invocation
import Records

/// Where records go that can't be packed: told, counted, and kept in a file where that is asked
/// for.
struct Failures: ~Copyable {
  private var files: BadFiles
  private var writer: LineWriter?
  private var scanner = RecordScanner()
  private var image: FailedImage

  init(_ path: String?, _ diagnostics: Diagnostics) throws {
    files = BadFiles(diagnostics, fault: "can't be packed")
    var writer: LineWriter?
    if let path { writer = try .file(path) }
    image = FailedImage(&scanner)
    self.writer = writer
  }

  /// How many there are.
  var count: Int { files.count }

  mutating func take(_ line: [UInt8], _ fault: PictureFault) throws {
    files.take(fault.message)
    if writer == nil { return }
    let bytes = try Self.bytes(of: line, fault, &image, &scanner)
    writer?.append(bytes.span)
    try writer?.endLine()
  }

  private static func bytes(
    of line: [UInt8], _ fault: PictureFault, _ image: inout FailedImage,
    _ scanner: inout RecordScanner
  ) throws(RecordFault) -> [UInt8] {
    let held = HeldLine(line)
    let record = try scanner.scan(held.line)
    return try image.bytes(of: record, error: fault.cause, message: fault.reason)
  }

  /// Notes how the run ends for them, of so many records; the file gets its name unless the run
  /// was interrupted.
  consuming func finish(_ tolerance: Tolerance?, of records: Int) throws {
    files.finish(tolerance, of: records)
    if Signals.interruption == nil { try writer.take()?.finish() }
  }
}
