public import Records

/// Makes a record's member `image` that of a failed one: what it tells of the file stays.
public struct FailedImage: ~Copyable {
  private var change: ImageChange

  /// Asks `scanner` for the member.
  public init(_ scanner: inout RecordScanner) {
    change = ImageChange(of: ["status", "error", "message", "retry"], &scanner)
  }

  /// The bytes of `record`, whose picture failed by this cause and reason; `retry` says whether
  /// a rerun may help.
  public mutating func bytes(
    of record: borrowing Record, error cause: String, message reason: String, retry: Bool = false
  ) throws(RecordFault) -> [UInt8] {
    let texts = ["failed", cause, reason].map { JSONString.bytes(of: $0) }
    return try change.bytes(of: record, setting: texts + [Array("\(retry)".utf8)])
  }
}
