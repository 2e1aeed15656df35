import Testing

@testable import Records

/// What must not be taken for a record, and what is said of it.
struct RefusedTests {
  @Test(arguments: RefusedLine.all)
  func `a line that is no record is refused with place and reason`(_ line: RefusedLine) {
    #expect(fault(of: line.bytes) == RecordFault(at: line.column - 1, line.reason))
  }

  @Test(arguments: RefusedLine.all)
  func `blanks in front move the place`(_ line: RefusedLine) {
    for length in 1...130 {
      let bytes = [UInt8](repeating: 0x20, count: length) + line.bytes
      #expect(
        fault(of: bytes) == RecordFault(at: length + line.column - 1, line.reason),
        "after \(length) blanks")
    }
  }

  /// A member in front leaves the line in the form that is proved 64 bytes at a time.
  @Test(arguments: RefusedLine.all.filter { $0.column > 2 && $0.bytes.starts(with: [0x7B, 0x22]) })
  func `members in front move the place`(_ line: RefusedLine) {
    for length in 0...130 {
      let bytes = shifted(line.bytes, by: length)
      let moved = bytes.count - line.bytes.count
      #expect(
        fault(of: bytes) == RecordFault(at: moved + line.column - 1, line.reason),
        "after a name of \(length) bytes")
    }
  }

  @Test func `every record that is cut short is refused`() {
    for record in AcceptedTests.records {
      let bytes = Array(record.utf8)
      guard let end = bytes.lastIndex(of: UInt8(ascii: "}")) else { continue }
      for count in 0..<end {
        #expect(fault(of: Array(bytes[..<count])) != nil, "\(record) cut to \(count) bytes")
      }
    }
  }
}
