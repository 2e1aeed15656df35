import ByteStreams
import Records

/// Candidates put by: in a spool, the record and the candidate's text in a line; where the
/// files can be read again, the number of the record's line stands for it.
struct PutBy: ~Copyable {
  private var spool: Spool
  private let files: SameFiles?
  private var longest = 0

  /// Puts candidates from the named files by, from the standard input where none is named.
  static func create(from paths: [String]) throws(StreamError) -> PutBy {
    PutBy(spool: try .create(), files: SameFiles(paths))
  }

  private init(spool: consuming Spool, files: SameFiles?) {
    self.spool = spool
    self.files = files
  }

  mutating func append(
    _ record: borrowing Record, _ candidate: Candidate
  ) throws(StreamError) {
    let text = candidate.text
    if files == nil { return try spool.append(record.bytes, text.span) }
    longest = max(longest, record.bytes.count)
    let number = Array(String(record.ordinal).utf8)
    try spool.append(number.span, text.span)
  }

  /// Ends the putting by.
  consuming func finish() throws(StreamError) -> PutByRecords {
    // A line's carriage return counts for its length, but not for the record's.
    PutByRecords(try spool.finish(), files, limit: longest + 1)
  }
}
