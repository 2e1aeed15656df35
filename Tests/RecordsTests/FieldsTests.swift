import ByteStreams
import Testing
import Trials

@testable import Records

/// What fields hold.
struct FieldsTests {
  struct Case: CustomTestStringConvertible {
    let record: String
    let path: String
    let found: Found

    init(_ record: String, _ path: String, _ raw: String?, _ text: String?) {
      self.record = record
      self.path = path
      found = Found(raw: raw, text: text)
    }

    var testDescription: String { "\(path) of \(record)" }
  }

  static let cases: [Case] = [
    .init(#"{"a":"b"}"#, "a", #""b""#, "b"), .init(#"{"a":"b"}"#, "b", nil, nil),
    .init(#"{"a":12}"#, "a", "12", "12"), .init(#"{"a":-1.50e3}"#, "a", "-1.50e3", "-1.50e3"),
    .init(#"{"a":true}"#, "a", "true", "true"), .init(#"{"a":null}"#, "a", "null", nil),
    .init(#"{"a":""}"#, "a", #""""#, nil), .init(#"{"a":{"b":1}}"#, "a", #"{"b":1}"#, nil),
    .init(#"{"a":[1,2]}"#, "a", "[1,2]", nil), .init(#"{"a":{"b":1}}"#, "a.b", "1", "1"),
    .init(#"{"a":{"b":{"c":"d"}}}"#, "a.b.c", #""d""#, "d"),
    .init(#"{"b":{"a":1},"a":2}"#, "a", "2", "2"), .init(#"{"a":"b"}"#, "a.b", nil, nil),
    .init(#"{"xa":1,"a":2}"#, "a", "2", "2"), .init(#"{"ax":1,"a":2}"#, "a", "2", "2"),
    .init(#"{"A":1}"#, "a", nil, nil), .init(#"{"x":"a","a":"x"}"#, "a", #""x""#, "x"),
    .init(#"{"x":"\"a\":1,","a":2}"#, "a", "2", "2"),
    .init(#"{"speciesKey":"5","verbatimSpeciesKey":"6"}"#, "speciesKey", #""5""#, "5"),
    .init(#"{"verbatimSpeciesKey":"6","speciesKey":"5"}"#, "speciesKey", #""5""#, "5"),
    .init(#"{"xspeciesKey":"6","speciesKey":"5"}"#, "speciesKey", #""5""#, "5"),
    // Of two equal names the first counts, at every depth.
    .init(#"{"a":1,"a":2}"#, "a", "1", "1"), .init(#"{"a":1,"\u0061":2}"#, "a", "1", "1"),
    .init(#"{"\u0061":1,"a":2}"#, "a", "1", "1"),
    .init(#"{"a":{"x":1},"a":{"b":2}}"#, "a.b", nil, nil),
    .init(#"{"a":1,"a":{"b":2}}"#, "a.b", nil, nil),
    .init(#"{"a":{"b":1,"b":2}}"#, "a.b", "1", "1"),
    .init(#"{"a":{"b":{"c":1},"b":{"c":2}}}"#, "a.b.c", "1", "1"),
    // Names compare decoded.
    .init(#"{"a\"b":1}"#, "a\"b", "1", "1"), .init(#"{"\u00e9":1}"#, "é", "1", "1"),
    .init(#"{"\ud83e\udd8b":1}"#, "🦋", "1", "1"), .init(#"{"a.b":1}"#, "`a.b`", "1", "1"),
    .init(#"{"a b":{"c":1}}"#, "`a b`.c", "1", "1"),
    .init(#"{"a":"x","b":1}"#, #"`x","b`"#, nil, nil),
    .init(#"{"a":"speciesKey","b":1}"#, #"`speciesKey","b`"#, nil, nil),
    // Values decode.
    .init(#"{"a":"\u0041\n"}"#, "a", #""\u0041\n""#, "A\n"),
    .init(#"{"a":"\ud83e\udd8b"}"#, "a", #""\ud83e\udd8b""#, "🦋"),
    .init(#"{"a":"\ud83e"}"#, "a", #""\ud83e""#, "\u{FFFD}"),
    .init(#"{"a":"\udd8bx"}"#, "a", #""\udd8bx""#, "\u{FFFD}x"),
    .init(#"{"a":"\ud83e\ud83e\udd8b"}"#, "a", #""\ud83e\ud83e\udd8b""#, "\u{FFFD}🦋"),
    .init(#"{"a":"\ud83ex\udd8b"}"#, "a", #""\ud83ex\udd8b""#, "\u{FFFD}x\u{FFFD}"),
    .init(#"{"a":"\\u0041"}"#, "a", #""\\u0041""#, #"\u0041"#),
    .init(#"{"a":"\"}{\\"}"#, "a", #""\"}{\\""#, #""}{\"#),
    // Blanks.
    .init(#"{ "a" : "b" }"#, "a", #""b""#, "b"), .init(#"{"a": 12 }"#, "a", "12", "12"),
    .init(#"{"a": { "b" : 1 } }"#, "a", #"{ "b" : 1 }"#, nil),
    // An array on the way.
    .init(#"{"a":[{"b":1},{"b":2}]}"#, "a.b", "1", "1"),
    .init(#"{"a":[{"c":1},{"b":2}]}"#, "a.b", "2", "2"),
    .init(#"{"a":[[{"b":1}]]}"#, "a.b", "1", "1"), .init(#"{"a":[]}"#, "a.b", nil, nil),
  ]

  @Test(arguments: cases)
  func `a field is found by its path`(_ case: Case) throws {
    #expect(try scan(Array(`case`.record.utf8), [`case`.path]) == [`case`.found])
  }

  @Test(arguments: cases)
  func `and wherever the borders of 64 bytes fall`(_ case: Case) throws {
    for length in 0...130 {
      let record = shifted(Array(`case`.record.utf8), by: length)
      #expect(try scan(record, [`case`.path]) == [`case`.found], "shifted by \(length)")
    }
  }

  @Test func `several fields are found in one pass`() throws {
    let record = #"{"gbifID":"7","media":{"type":"StillImage","format":"image/png"},"year":"1999"}"#
    let paths = ["year", "media.format", "gbifID", "media.type", "media.license", "media"]
    let texts = try scan(Array(record.utf8), paths).map(\.text)
    #expect(texts == ["1999", "image/png", "7", "StillImage", nil, nil])
  }

  @Test func `names that end alike are told apart`() throws {
    var random = SplitMix(seed: 4)
    for _ in 0..<300 {
      let names = Set((0..<12).map { _ in Self.name(&random) }).shuffled(using: &random)
      let record = names.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",")
      let paths = names.prefix(5).shuffled(using: &random) + ["zz"]
      let texts = try scan(Array("{\(record)}".utf8), paths).map(\.text)
      #expect(texts == paths.map { path in names.firstIndex(of: path).map(String.init) })
    }
  }

  private static func name(_ random: inout SplitMix) -> String {
    (0...random.next() % 10).map { _ in ["a", "b", "y"][Int(random.next() % 3)] }.joined()
  }

  @Test func `the same path gives the same field`() throws {
    var scanner = RecordScanner()
    let path = try #require(FieldPath("media.type"))
    #expect(scanner.field(path) == scanner.field(path))
  }

  @Test(arguments: [
    (#"{"a":"b"}"#, true), (#"{"a":null}"#, true), (#"{"a":""}"#, true), (#"{"a":{}}"#, true),
    (#"{"b":"a"}"#, false), ("{}", false),
  ])
  func `a field is there with whatever value`(_ record: String, _ isThere: Bool) throws {
    var scanner = RecordScanner()
    let field = scanner.field(FieldPath(names: ["a"]))
    #expect(try withLine(Array(record.utf8)) { try scanner.scan($0).has(field) } == isThere)
  }

  @Test func `a record knows which of all lines it is`() throws {
    var scanner = RecordScanner()
    let held = HeldLine(Array("{}".utf8), number: 7)
    #expect(try scanner.scan(held.line).ordinal == 7)
  }

  @Test func `nothing stays from the record before`() throws {
    var scanner = RecordScanner()
    let field = scanner.field(FieldPath(names: ["a"]))
    let lines = [#"{"a":1}"#, #"{"b":1}"#, #"{"a":[{"b":1}]}"#, #"{ "b":1}"#]
    let found = try lines.map { line in
      try withLine(Array(line.utf8)) { raw(field, try scanner.scan($0)) }
    }
    #expect(found == ["1", nil, #"[{"b":1}]"#, nil])
  }
}
