import Records
import Testing

@testable import Values

struct ExpressionFieldTests {
  @Test(
    arguments: [
      ("a", #"{"a":" X "}"#, " X "), ("a", #"{"a":7}"#, "7"), ("a", "{}", nil),
      ("a", #"{"a":""}"#, nil),
      ("spdx(a)", #"{"a":"cc-by"}"#, "CC-BY"), ("spdx(a)", #"{"a":"c\u0063-by"}"#, "CC-BY"),
      ("spdx(a)", #"{"a":"so-so"}"#, "unknown"), ("spdx(a)", "{}", "unknown"),
      ("spdx(a)", #"{"a":null}"#, "unknown"),
      ("host(a)", #"{"a":"http://Example.org/b"}"#, "example.org"), ("host(a)", #"{"a":"b"}"#, nil),
      ("host(a)", "{}", nil),
      ("url(a)", #"{"a":"http://Example.org"}"#, "https://example.org/"),
      ("url(a)", #"{"a":"b"}"#, "b"),
      ("url(a)", #"{"a":"http:\/\/example.org"}"#, "https://example.org/"),
      ("url(a)", #"{"a":" "}"#, nil),
      ("url(a)", "{}", nil), ("spdx(m.a)", #"{"m":[{"a":"CC0"},{"a":"MIT"}]}"#, "CC0-1.0"),
    ] as [(String, String, String?)])
  func `the value of a record`(_ text: String, _ line: String, _ value: String?) throws {
    let found = try inRecord(line, text) { field, record in
      (field.withBytes(of: record, string), field.hash(of: record, seed: 3))
    }
    #expect(found.0 == value)
    #expect(found.1 == value.map(hash))
  }

  @Test(arguments: [
    ("spdx(m.a)", "MIT", true), ("spdx(m.a)", "unknown", false), ("spdx(m.b)", "unknown", true),
    ("host(m.u)", "example.org", true), ("host(m.u)", "example.com", true),
    ("host(m.b)", "", false),
    ("url(m.u)", "https://example.com/", true), ("m.a", "CC0", true), ("m.a", "CC0-1.0", false),
    ("spdx(list)", "CC-BY", true),
  ])
  func `any element of an array may fulfil a condition`(
    _ text: String, _ value: String, _ contains: Bool
  ) throws {
    let line =
      #"{"m":[{"a":"CC0","u":"http://Example.org"},{"a":"MIT","u":"http://example.com"}],"list":["CC BY"]}"#
    let found = try inRecord(line, text) { field, record in
      field.contains(in: record) { string($0) == value }
    }
    #expect(found == contains)
  }

  @Test func `a licence is told right again and again`() {
    let memory = LicenceMemory()
    for round in 0..<3 {
      for number in 0..<1000 {
        let id = memory.id(of: Array("CC BY \(number % 2 == 0 ? "4.0" : "x\(number)")".utf8).span)
        #expect(id == Array((number % 2 == 0 ? "CC-BY-4.0" : "unknown").utf8), "\(round) \(number)")
      }
    }
  }

  private func inRecord<Result>(
    _ line: String, _ text: String, _ body: (ExpressionField, borrowing Record) -> Result
  ) throws -> Result {
    var scanner = RecordScanner()
    let field = ExpressionField(try FieldExpression(text), &scanner)
    return try scanner.scan(copying: Array(line.utf8).span) { body(field, $0) }
  }

  private func string(_ bytes: borrowing Span<UInt8>) -> String {
    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }

  private func hash(_ value: String) -> UInt64 {
    var hash = SipHash(k0: 3)
    for byte in value.utf8 { hash.append(byte) }
    return hash.finish()
  }
}
