public import ByteStreams

/// Checks the frame of records and finds the fields that were asked for, in one pass.
///
/// A record in the form that our tools write (no blanks between tokens, no arrays) is proved
/// 64 bytes at a time; any other is read token by token, which also finds the words for what
/// is wrong. Both accept exactly the objects of RFC 8259 in UTF-8, up to 64 levels deep.
public struct RecordScanner: ~Copyable {
  /// How deep objects and arrays may be nested.
  public static let maximumDepth = 64

  var tree = FieldTree()
  var found = FoundFields(count: 1)

  /// A scanner that wants no field yet.
  public init() {}

  /// Asks for a field in all records from now on; the same path gives the same field.
  public mutating func field(_ path: FieldPath) -> Field {
    let field = Field(node: tree.insert(path))
    found = FoundFields(count: tree.nodes.count)
    return field
  }

  /// Checks `line` and finds the fields in it.
  /// - Throws: `RecordFault` where it is no JSON object.
  @_lifetime(&self, copy line)
  public mutating func scan(_ line: borrowing Line) throws(RecordFault) -> Record {
    let bytes = line.bytes
    try unsafe scan(padded: bytes)
    return Record(bytes: bytes, ordinal: line.ordinal, found: found)
  }

  /// Checks a line that lies anywhere, and calls `body` with the record.
  /// - Throws: `RecordFault` where it is no JSON object.
  public mutating func scan<Result>(
    copying line: borrowing Span<UInt8>, _ body: (borrowing Record) -> Result
  ) throws(RecordFault) -> Result {
    var padded = [UInt8](repeating: 0, count: line.count + LineReader.overhang)
    for index in line.indices { padded[index] = line[index] }
    let bytes = padded.span.extracting(first: line.count)
    try unsafe scan(padded: bytes)
    return body(Record(bytes: bytes, ordinal: 1, found: found))
  }

  /// - Precondition: behind the bytes lie `LineReader.overhang` more that may be read.
  @unsafe
  private mutating func scan(padded bytes: Span<UInt8>) throws(RecordFault) {
    found.reset()
    let isProved = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard var proof = unsafe CompactProof(bytes) else { return false }
      return proof.run(tree, &found)
    }
    if isProved { return }
    found.reset()
    var reader = TokenReader(bytes)
    try reader.read(tree, &found)
  }
}
