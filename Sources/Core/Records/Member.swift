public import ByteStreams

/// A member of ours, such as `image`: added at the end of a record, replaced where it is.
public struct Member {
  /// All that there are (gbifxdl-records(7)): a column of such a name is written otherwise.
  public static let names: Set = [
    "media", "image", "original", "fingerprint", "duplicate", "set", "upload", "download",
  ]

  let field: Field
  let opening: [UInt8]

  /// Asks `scanner` for the member `name` of the record itself.
  public init(_ name: String, _ scanner: inout RecordScanner) {
    field = scanner.field(FieldPath(names: [name]))
    opening = Array("\"\(name)\":".utf8)
  }

  /// Appends `record` to the line of `writer` with `value`, a JSON text, as this member.
  ///
  /// All other bytes stay as they are.
  public func append(
    _ value: borrowing Span<UInt8>, to record: borrowing Record, into writer: inout LineWriter
  ) {
    let bytes = record.bytes
    if let start = record.offset(of: field) {
      writer.append(bytes.extracting(..<start))
      writer.append(value)
      writer.append(bytes.extracting(ValueExtent.end(in: bytes, from: start)...))
    } else {
      writer.append(bytes.extracting(..<record.end))
      if !record.isEmpty { writer.append(",") }
      writer.append(opening.span)
      writer.append(value)
      writer.append(bytes.extracting(record.end...))
    }
  }

  /// The bytes of `record` with `value`, a JSON text, as this member.
  public func bytes(of record: borrowing Record, with value: [UInt8]) -> [UInt8] {
    record.bytes(with: [(self, value)])
  }

  /// Where the member stands in `record`, with its name and the comma that parts it from others;
  /// `nil` where it is not there.
  public func extent(in record: borrowing Record) -> Range<Int>? {
    guard let value = record.offset(of: field) else { return nil }
    let bytes = record.bytes
    // The name holds no quotes: before the value stand a colon and its two.
    var start = value
    for _ in 0..<2 { repeat { start -= 1 } while bytes[start] != UInt8(ascii: "\"") }
    var end = ValueExtent.end(in: bytes, from: value)
    var before = start - 1
    while bytes[before] <= 0x20 { before -= 1 }
    if bytes[before] == UInt8(ascii: ",") { return before..<end }
    while bytes[end] <= 0x20 { end += 1 }
    return start..<(bytes[end] == UInt8(ascii: ",") ? end + 1 : end)
  }

  /// Gives the bytes of `record` as they were before this member was added to `take`, piece by
  /// piece.
  public func withBytesBefore(
    _ record: borrowing Record, take: (borrowing Span<UInt8>) -> Void
  ) {
    let bytes = record.bytes
    guard let extent = extent(in: record) else { return take(bytes) }
    take(bytes.extracting(..<extent.lowerBound))
    take(bytes.extracting(extent.upperBound...))
  }
}
