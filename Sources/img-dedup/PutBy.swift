import ByteStreams
import Records

/// Records put by with their standing until all have been seen: two lines each in a spool.
struct PutBy: ~Copyable {
  private var spool: Spool

  static func create() throws(StreamError) -> PutBy { PutBy(spool: try .create()) }

  mutating func append(_ record: borrowing Record, _ standing: Standing) throws(StreamError) {
    try spool.append(Self.text(of: standing).span)
    try spool.append(record.bytes)
  }

  consuming func finish() throws(StreamError) -> SpooledLines { try spool.finish() }

  /// Digits, a JSON object, or nothing.
  private static func text(of standing: Standing) -> [UInt8] {
    switch standing {
    case .picture(let hash): hash.digits
    case .none: []
    case .unreadable(let image): image
    }
  }

  static func standing(from text: borrowing Span<UInt8>) -> Standing {
    if text.isEmpty { return .none(isFailed: false) }
    if text[0] == UInt8(ascii: "{") { return .unreadable(image: text.indices.map { text[$0] }) }
    return .picture(PictureHash(text))
  }
}

/// Lends what was put by, in the order in which it came.
struct PutByReader: ~Copyable {
  private var lines: LineReader
  private var scanner = RecordScanner()
  /// Takes the keys of the records.
  let identity: Identity

  init(_ spooled: borrowing SpooledLines) throws(StreamError) {
    lines = try spooled.read()
    identity = Identity(&scanner)
  }

  /// The standing of the next record, or `nil` at the end; `record` is asked for next.
  mutating func nextStanding() throws -> Standing? {
    guard let line = try lines.next() else { return nil }
    return PutBy.standing(from: line.bytes)
  }

  /// The record that belongs to the standing asked for last.
  @_lifetime(&self)
  mutating func record() throws -> Record {
    guard let line = try lines.next() else {
      throw StreamError(.damaged, lines.name, "ends in the middle of a record")
    }
    return try scanner.scan(line)
  }
}
