@testable import ByteStreams
@testable import Records

/// What may stand behind a line: it must not be used, although it may be looked at.
let overhangs: [[UInt8]] = ["\n", "\0", "\"}", "1}", "\\"].map { text in
  Array(String(repeating: text, count: LineReader.overhang).utf8.prefix(LineReader.overhang))
}

/// Calls `body` with a line of these bytes, with the room behind it that a reader leaves.
func withLine<Result, Failure: Error>(
  _ bytes: [UInt8], overhang: [UInt8] = overhangs[0],
  _ body: (borrowing Line) throws(Failure) -> Result
) throws(Failure) -> Result {
  let padded = bytes + overhang
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
func fault(of bytes: [UInt8], overhang: [UInt8] = overhangs[0]) -> RecordFault? {
  var scanner = RecordScanner()
  for path in ["a", "a.b"].compactMap({ FieldPath($0) }) { _ = scanner.field(path) }
  do throws(RecordFault) {
    try withLine(bytes, overhang: overhang) { line throws(RecordFault) in
      _ = try scanner.scan(line).bytes.count
    }
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
