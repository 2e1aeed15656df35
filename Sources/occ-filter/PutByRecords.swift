import ByteStreams

/// Candidates that were put by, to be looked at as often as it takes, in the order of the input.
struct PutByRecords: ~Copyable {
  private let spooled: SpooledLines
  private let files: SameFiles?
  private let limit: Int

  init(_ spooled: consuming SpooledLines, _ files: SameFiles?, limit: Int) {
    self.spooled = spooled
    self.files = files
    self.limit = limit
  }

  /// Gives the bytes of each wanted record to `body`, with its place among the candidates.
  func forEach(
    where isWanted: (Candidate, _ place: Int) -> Bool,
    _ body: (borrowing Span<UInt8>, Candidate, _ place: Int) throws(StreamError) -> Void
  ) throws(StreamError) {
    try files?.check()
    var lines = try files?.read(limit: limit)
    var spool = try spooled.read()
    var place = 0
    while let line = try spool.next() {
      let start = line.bytes.count - Candidate.textLength
      let candidate = Candidate(text: line.bytes.extracting(start...))
      place += 1
      guard isWanted(candidate, place) else { continue }
      let bytes = line.bytes.extracting(..<start)
      if lines == nil {
        try body(bytes, candidate, place)
      } else {
        try lines?.find(Self.number(bytes)) { line throws(StreamError) in
          try body(line, candidate, place)
        }
      }
    }
    try files?.check()
  }

  private static func number(_ digits: borrowing Span<UInt8>) -> Int {
    digits.indices.reduce(0) { $0 * 10 + Int(digits[$1] - UInt8(ascii: "0")) }
  }
}

extension LineReader {
  /// Gives the bytes of the line of this ordinal, which is still to come, to `body`.
  fileprivate mutating func find(
    _ ordinal: Int, _ body: (borrowing Span<UInt8>) throws(StreamError) -> Void
  ) throws(StreamError) {
    while let line = try next() {
      if line.ordinal == ordinal { return try body(line.bytes) }
    }
  }
}
