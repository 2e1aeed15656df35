@testable import ByteStreams

/// A line that was lent, kept.
struct ReadLine: Equatable {
  var bytes: [UInt8]
  var input: String
  var number: Int
  var ordinal: Int
  var isWhole: Bool
  var isStart: Bool
  var isEnd: Bool

  init(_ line: borrowing Line) {
    bytes = line.bytes.indices.map { line.bytes[$0] }
    (input, number, ordinal) = (line.input, line.number, line.ordinal)
    (isWhole, isStart, isEnd) = (line.isWhole, line.isStart, line.isEnd)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// All lines of a reader, pieces of long ones as they come.
func lines(_ reader: consuming LineReader) throws(StreamError) -> [ReadLine] {
  var lines = [ReadLine]()
  while let line = try reader.next() { lines.append(ReadLine(line)) }
  return lines
}

/// The texts of all lines of a file.
func texts(_ path: String) throws(StreamError) -> [String] {
  try lines(LineReader(.reading(path))).map(\.text)
}
