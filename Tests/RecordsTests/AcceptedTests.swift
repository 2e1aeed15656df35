import Testing

@testable import Records

/// What must be taken for a record (RFC 8259).
struct AcceptedTests {
  static let records: [String] = [
    "{}", "{ }", "{\t\r }", " {} ", "\t{\"a\":1}\r",
    // Numbers.
    #"{"a":0}"#, #"{"a":-0}"#, #"{"a":7}"#, #"{"a":-12}"#, #"{"a":0.5}"#, #"{"a":-0.0}"#,
    #"{"a":1e5}"#, #"{"a":1E5}"#, #"{"a":1e+5}"#, #"{"a":1e-05}"#, #"{"a":0e0}"#,
    #"{"a":1.25e-2}"#, #"{"a":123456789012345678901234567890}"#, #"{"a":1e999}"#,
    #"{"a":-1,"b":2}"#,
    // Words.
    #"{"a":true}"#, #"{"a":false}"#, #"{"a":null}"#, #"{"a":null,"b":true}"#,
    // Strings.
    #"{"a":""}"#, #"{"":""}"#, #"{"a":" "}"#, #"{"a":"{}[],:"}"#, #"{"a":"é"}"#,
    #"{"a":"\"\\\/\b\f\n\r\t"}"#, #"{"a":"\u0000"}"#, #"{"a":"\u00e9\uFFff"}"#,
    #"{"a":"\\"}"#, #"{"a":"\\\\\""}"#, #"{"a":"\\\"}"}"#, #"{"a":"\ud83e\udd8b"}"#,
    #"{"a":"🦋"}"#, #"{"a":"\ud83e"}"#, #"{"a":"\udd8b"}"#, #"{"a":"\udd8b\ud83e"}"#,
    "{\"a\":\"\u{7F}\"}", "{\"a\":\"\u{80}\u{7FF}\u{800}\u{FFFF}\u{10FFFF}\"}",
    "{\"a\":\"\u{2028}\u{FEFF}\"}", #"{"\u0061":1}"#, #"{"a\"b":1}"#, #"{"\\":"\\"}"#,
    // Objects and arrays.
    #"{"a":{}}"#, #"{"a":[]}"#, #"{"a":[[]]}"#, #"{"a":[{}]}"#, #"{"a":{"b":{"c":1}}}"#,
    #"{"a":[1,"b",null,true,{"c":[]}]}"#, #"{"a":{"b":1},"c":{"d":"e"}}"#,
    #"{"a":1,"a":2}"#, #"{"a":{"a":{"a":"a"}},"b":"b"}"#, #"{"a":[[[1],2],3]}"#,
    // Blanks.
    #"{ "a" : 1 }"#, "{\"a\"\t:\r\"b\" }", #"{"a":[ 1 , 2 ]}"#, #"{"a": { "b" : [ ] } , "c":1}"#,
    #"{"a":1 }"#, #"{"a" :1}"#, #"{"a":"b" ,"c":1}"#, #"{"a":{"b":1 }}"#,
  ]

  @Test(arguments: records)
  func `a record is taken as it is`(_ record: String) {
    #expect(fault(of: Array(record.utf8)) == nil)
  }

  @Test(arguments: records)
  func `and wherever the borders of 64 bytes fall`(_ record: String) {
    let blanks = record.utf8.prefix { $0 <= 0x20 }.count
    let object = Array(record.utf8.dropFirst(blanks))
    for length in 0...130 {
      #expect(fault(of: shifted(object, by: length)) == nil, "shifted by \(length)")
    }
  }

  @Test func `objects nest up to 64 deep, of either kind`() {
    #expect(fault(of: nested(64, opening: #"{"a":"#, closing: "}")) == nil)
    #expect(fault(of: nested(64, opening: #"{"a": "#, closing: "}")) == nil)
    #expect(fault(of: nested(64, opening: "[", closing: "]")) == nil)
  }

  @Test func `objects nest no deeper`() {
    let reason = "nested deeper than 64"
    #expect(fault(of: nested(65, opening: #"{"a":"#, closing: "}"))?.reason == reason)
    #expect(fault(of: nested(65, opening: #"{"a": "#, closing: "}"))?.reason == reason)
    #expect(fault(of: nested(65, opening: "[", closing: "]"))?.reason == reason)
    #expect(fault(of: nested(100_000, opening: "[", closing: "]"))?.reason == reason)
    #expect(fault(of: nested(100_000, opening: "[", closing: ""))?.reason == reason)
  }

  @Test func `many objects side by side are not deep`() {
    let members = (0..<1000).map { "\"m\($0)\":{\"n\":[[]]}" }.joined(separator: ",")
    #expect(fault(of: Array("{\(members)}".utf8)) == nil)
  }

  /// A record with so many levels, the record itself among them.
  private func nested(_ depth: Int, opening: String, closing: String) -> [UInt8] {
    let openings = String(repeating: opening, count: depth - 1)
    let closings = String(repeating: closing, count: depth - 1)
    return Array("{\"r\":\(openings)1\(closings)}".utf8)
  }
}
