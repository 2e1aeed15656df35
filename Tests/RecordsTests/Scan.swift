@testable import ByteStreams
@testable import Records

/// Calls `body` with a line of these bytes, with the room behind it that a reader leaves.
///
/// What stands in that room would close any string and any object, should someone use it.
func withLine<Result, Failure: Error>(
  _ bytes: [UInt8], _ body: (borrowing Line) throws(Failure) -> Result
) throws(Failure) -> Result {
  let behind = Array(repeating: Array(#""}]0"#.utf8), count: LineReader.overhang / 4).joined()
  let padded = bytes + behind
  let span = padded.span.extracting(..<bytes.count)
  let line = Line(span, input: "test", number: 1, isWhole: true, isStart: true, isEnd: true)
  return try body(line)
}

/// What a scanner found at a path.
struct Found: Equatable {
  /// The value's bytes as they stand in the record.
  var raw: String?
  /// Its characters.
  var text: String?
}

/// Scans a line and gives what it has at each path.
func scan(_ bytes: [UInt8], _ paths: [String] = []) throws(RecordFault) -> [Found] {
  var scanner = RecordScanner()
  let fields = paths.compactMap { FieldPath($0) }.map { scanner.field($0) }
  return try withLine(bytes) { line throws(RecordFault) in
    let record = try scanner.scan(line)
    return fields.map { field in
      Found(raw: raw(field, record), text: record.text(of: field)?.string)
    }
  }
}

/// The bytes of a field's value.
func raw(_ field: Field, _ record: borrowing Record) -> String? {
  guard let value = record.value(of: field) else { return nil }
  return String(decoding: array(value), as: UTF8.self)
}

/// The fault of a line, `nil` where it is a record.
func fault(of bytes: [UInt8]) -> RecordFault? {
  do throws(RecordFault) {
    _ = try scan(bytes, ["a", "a.b"])
    return nil
  } catch {
    return error
  }
}

func array(_ bytes: borrowing Span<UInt8>) -> [UInt8] { bytes.indices.map { bytes[$0] } }

/// The same object with a member in front whose name has `length` bytes.
func shifted(_ record: [UInt8], by length: Int) -> [UInt8] {
  let opening = record.prefix(1)
  let rest = record.dropFirst()
  let isEmpty = rest.first { $0 > 0x20 } == UInt8(ascii: "}")
  let member = "\"" + String(repeating: "x", count: length) + "\":0" + (isEmpty ? "" : ",")
  return opening + Array(member.utf8) + rest
}
