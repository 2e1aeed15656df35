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

  @Test(arguments: overhangs)
  func `every record that is cut short is refused, whatever stands behind it`(
    _ overhang: [UInt8]
  ) {
    for record in AcceptedTests.records + RefusedTests.compact {
      let bytes = Array(record.utf8)
      guard let end = bytes.lastIndex(of: UInt8(ascii: "}")) else { continue }
      for count in 0..<end {
        let cut = Array(bytes[..<count])
        #expect(fault(of: cut, overhang: overhang) != nil, "\(record) cut to \(count) bytes")
      }
      #expect(fault(of: bytes, overhang: overhang) == nil, "\(record)")
    }
  }

  /// Records that fill blocks of 64 bytes, or nearly so.
  private static let compact = (50...140).map { length in
    #"{"p":"\u00e9","a":{"b":true},"c":"\#(String(repeating: "x", count: length))"}"#
  }
}
