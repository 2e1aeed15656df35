import Foundation
import Testing

@testable import ByteStreams
@testable import Records

/// Members of ours, added and replaced; all other bytes stay.
struct MemberTests {
  @Test(arguments: [
    ("{}", #"{"set":1}"#), ("{ }", #"{ "set":1}"#), (#"{"a":"b"}"#, #"{"a":"b","set":1}"#),
    (#" {"a" : [ ] } "#, #" {"a" : [ ] ,"set":1} "#),
    (#"{"a":{"set":2}}"#, #"{"a":{"set":2},"set":1}"#),
    (#"{"a":{}}"#, #"{"a":{},"set":1}"#), (#"{"a":"{"}"#, #"{"a":"{","set":1}"#),
    (#"{"settled":2}"#, #"{"settled":2,"set":1}"#),
    (#"{"a":"\u00e9"}"#, #"{"a":"\u00e9","set":1}"#),
  ])
  func `a member is added at the end`(_ record: String, _ expected: String) throws {
    #expect(try Self.replace(record) == expected)
  }

  @Test(arguments: [
    (#"{"set":2}"#, #"{"set":1}"#), (#"{"set":"x","a":"b"}"#, #"{"set":1,"a":"b"}"#),
    (#"{"a":"b","set":{"x":[1,"}"]}}"#, #"{"a":"b","set":1}"#), (#"{"set":null}"#, #"{"set":1}"#),
    (#"{ "set" : [ 1 , {} ] , "a":2 }"#, #"{ "set" : 1 , "a":2 }"#),
    (#"{"\u0073et":2}"#, #"{"\u0073et":1}"#), (#"{"set":2,"set":3}"#, #"{"set":1,"set":3}"#),
    (#"{"set": -1.5e3 }"#, #"{"set": 1 }"#), (#"{"set":"\\"}"#, #"{"set":1}"#),
  ])
  func `a member that is there is replaced where it stands`(
    _ record: String, _ expected: String
  ) throws {
    #expect(try Self.replace(record) == expected)
    #expect(try Self.replace(expected) == expected)
  }

  @Test(arguments: [
    (#"{"a":1,"set":{"b":[2]}}"#, #"{"a":1}"#), (#"{"set":2,"a":1}"#, #"{"a":1}"#),
    (#"{"a":1 , "set" : "x" ,"b":2}"#, #"{"a":1  ,"b":2}"#), (#"{ "set":"," }"#, #"{ }"#),
    (#"{"a":1,"s\u0065t":"\""}"#, #"{"a":1}"#), (#"{"a":{"set":1}}"#, #"{"a":{"set":1}}"#),
  ])
  func `a member stands where its name and comma do`(
    _ record: String, _ without: String
  ) throws {
    var scanner = RecordScanner()
    let member = Member("set", &scanner)
    var bytes = Array(record.utf8)
    try withLine(bytes) { line in
      let extent = member.extent(in: try scanner.scan(line))
      if let extent { bytes.removeSubrange(extent) }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == without)
  }

  @Test(arguments: [
    "{}", "{ }", #"{"a":"b"}"#, #" {"a" : [ ] } "#, #"{"a":{"set":2}}"#, #"{"a":"{"}"#,
    #"{"a":"\\"}"#,
  ])
  func `a member that was added can be thought away`(_ record: String) throws {
    #expect(try Self.before(record) == record)
    #expect(try Self.before(try Self.replace(record)) == record)
  }

  @Test(arguments: [
    (#"{"set":"x","a":"b"}"#, #"{"a":"b"}"#), (#"{ "set" : [ 1 , {} ] , "a":2 }"#, #"{  "a":2 }"#),
    (#"{"\u0073et":2}"#, "{}"), (#"{"a":1 , "set":2,"set":3}"#, #"{"a":1 ,"set":3}"#),
    (#"{"a":"\"","set":"\\"}"#, #"{"a":"\""}"#),
  ])
  func `so can one that stands elsewhere`(_ record: String, _ expected: String) throws {
    #expect(try Self.before(record) == expected)
  }

  /// The record without its member `set`.
  private static func before(_ record: String) throws -> String {
    var scanner = RecordScanner()
    let member = Member("set", &scanner)
    var bytes = [UInt8]()
    try withLine(Array(record.utf8)) { line in
      member.withBytesBefore(try scanner.scan(line)) { part in
        for index in part.indices { bytes.append(part[index]) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The record with 1 as its member `set`.
  private static func replace(_ record: String) throws -> String {
    let path = NSTemporaryDirectory() + "member-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var scanner = RecordScanner()
    let member = Member("set", &scanner)
    var writer = try LineWriter.file(path)
    try withLine(Array(record.utf8)) { line in
      let value: [UInt8] = [UInt8(ascii: "1")]
      member.append(value.span, to: try scanner.scan(line), into: &writer)
    }
    try writer.endLine()
    try writer.finish()
    return String(try String(contentsOfFile: path, encoding: .utf8).dropLast())
  }
}
