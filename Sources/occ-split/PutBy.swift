import ByteStreams
import Records

/// Records put by until all have been seen: in a spool, unless the files can be read again.
struct PutBy: ~Copyable {
  private var spool: Spool?
  private let files: SameFiles?
  private var longest = 0
  private var last = 0

  /// Puts records from the named files by, from the standard input where none is named.
  static func create(from paths: [String]) throws(StreamError) -> PutBy {
    let files = SameFiles(paths)
    return PutBy(spool: files == nil ? try .create() : nil, files: files)
  }

  private init(spool: consuming Spool?, files: SameFiles?) {
    self.spool = spool
    self.files = files
  }

  mutating func append(_ record: borrowing Record) throws(StreamError) {
    longest = max(longest, record.bytes.count)
    last = record.ordinal
    try spool?.append(record.bytes)
  }

  /// Ends the putting by.
  consuming func finish() throws(StreamError) -> PutByRecords? {
    if let spool = spool.take() { return .spooled(try spool.finish()) }
    guard let files else { return nil }
    // A line's carriage return counts for its length, but not for the record's.
    return .inFiles(files, limit: longest + 1, last: last)
  }
}

/// Records that were put by, to be looked at as often as it takes, in the order of the input.
enum PutByRecords: ~Copyable {
  case spooled(SpooledLines)
  /// Where no line after the `last` is one of them.
  case inFiles(SameFiles, limit: Int, last: Int)

  /// Lends all of them to `body`.
  func forEach(
    _ scanner: inout RecordScanner, _ body: (borrowing Record) throws(StreamError) -> Void
  ) throws(StreamError) {
    switch self {
    case .spooled(let lines):
      var lines = try lines.read()
      try lines.forEachRecord(to: .max, &scanner, body)
    case .inFiles(let files, let limit, let last):
      try files.check()
      var lines = try files.read(limit: limit)
      try lines.forEachRecord(to: last, &scanner, body)
      try files.check()
    }
  }
}

extension LineReader {
  /// Lends the records of the lines up to `last`; what is none was told of before.
  fileprivate mutating func forEachRecord(
    to last: Int, _ scanner: inout RecordScanner,
    _ body: (borrowing Record) throws(StreamError) -> Void
  ) throws(StreamError) {
    while let line = try next(), line.ordinal <= last {
      guard line.isWhole, let record = try? scanner.scan(line) else { continue }
      try body(record)
    }
  }
}
