import ByteStreams
import Records

/// Records put by with the pictures that they have until all have been seen: two lines each in
/// a spool.
struct PutBy: ~Copyable {
  private var spool: Spool

  static func create() throws(StreamError) -> PutBy { PutBy(spool: try .create()) }

  /// Puts a record by, with its picture if it has one.
  mutating func append(
    _ record: borrowing Record, _ picture: Picture?
  ) throws(StreamError) {
    let line = picture.map { $0.hash.digits + String($0.area).utf8 } ?? []
    try spool.append(line.span)
    try spool.append(record.bytes)
  }

  consuming func finish() throws(StreamError) -> SpooledLines { try spool.finish() }
}

/// Lends what was put by, in the order in which it came.
struct PutByReader: ~Copyable {
  private var lines: LineReader
  /// Where fields of the records are asked for.
  var scanner = RecordScanner()

  init(_ spooled: borrowing SpooledLines) throws(StreamError) { lines = try spooled.read() }

  /// Lends all records to `body`, each with its picture, if it has one.
  mutating func forEach(_ body: (borrowing Record, Picture?) throws -> Void) throws {
    while let picture = try nextPicture() { try body(record(), picture) }
  }

  @_lifetime(&self)
  private mutating func record() throws -> Record {
    guard let line = try lines.next() else {
      throw StreamError(.damaged, lines.name, "ends in the middle of a record")
    }
    return try scanner.scan(line)
  }

  private mutating func nextPicture() throws -> Picture?? {
    guard let line = try lines.next() else { return nil }
    return .some(line.bytes.isEmpty ? nil : Self.picture(line.bytes))
  }

  private static func picture(_ line: borrowing Span<UInt8>) -> Picture {
    var area = 0
    for index in 32..<line.count { area = area * 10 + Int(line[index] - UInt8(ascii: "0")) }
    return Picture(hash: PictureHash(line), area: area)
  }
}
