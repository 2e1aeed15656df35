import ByteStreams
import GBIF
import Records

/// Writes GBIF's records of downloads, with the path of the file where there is one.
struct StatusWriter: ~Copyable {
  private var scanner = RecordScanner()
  private let path: Member

  init() { path = Member("path", &scanner) }

  /// Writes a record at once: whoever reads it need not wait for the others.
  mutating func write(
    _ status: DownloadStatus, path value: String?, to output: inout LineWriter
  ) throws {
    let line = try line(status, value)
    output.append(line.span)
    try output.endLine()
    try output.flush()
  }

  private mutating func line(_ status: DownloadStatus, _ value: String?) throws -> [UInt8] {
    guard let value else { return status.json }
    let json = JSONString.bytes(of: value)
    let path = path
    return try scanner.scan(copying: status.json.span) { path.bytes(of: $0, with: json) }
  }
}
