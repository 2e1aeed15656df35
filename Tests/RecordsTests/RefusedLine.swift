import Testing

/// A line that is no record, with the place and the reason that a user must be told.
struct RefusedLine: CustomTestStringConvertible {
  let bytes: [UInt8]
  let column: Int
  let reason: String

  init(_ text: String, _ column: Int, _ reason: String) {
    self.init(bytes: Array(text.utf8), column, reason)
  }

  init(bytes: [UInt8], _ column: Int, _ reason: String) {
    self.bytes = bytes
    self.column = column
    self.reason = reason
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self) }
}

extension RefusedLine {
  static let all = frames + scalars + strings + encodings

  private static let value = "a value is expected here"
  private static let name = "a name in quotes is expected here"
  private static let comma = "a comma or a closing bracket is expected here"
  private static let cut = "the line ends in the middle of the record"
  private static let object = "a record is a JSON object"
  private static let rest = "nothing may follow the record's closing brace"

  static let frames: [RefusedLine] = [
    .init("", 1, object), .init("  ", 3, object), .init("[]", 1, object),
    .init("[{\"a\":1}]", 1, object), .init("1", 1, object), .init("\"a\"", 1, object),
    .init("null", 1, object), .init("}", 1, object), .init("a,b,c", 1, object),
    .init("{", 2, name), .init("{ ", 3, name), .init("{,}", 2, name), .init("{]", 2, name),
    .init("{1:2}", 2, name), .init("{a:1}", 2, name), .init("{'a':1}", 2, name),
    .init("{{}}", 2, name), .init("{[]}", 2, name), .init("{null:1}", 2, name),
    .init(#"{"a"}"#, 5, "a colon is expected after a name"),
    .init(#"{"a" 1}"#, 6, "a colon is expected after a name"),
    .init(#"{"a","b"}"#, 5, "a colon is expected after a name"),
    .init(#"{"a""#, 5, "a colon is expected after a name"),
    .init(#"{"a":}"#, 6, value), .init(#"{"a":,"b":1}"#, 6, value), .init(#"{"a"::1}"#, 6, value),
    .init(#"{"a":]"#, 6, value), .init(#"{"a":"#, 6, cut), .init(#"{"a": "#, 7, cut),
    .init(#"{"a":1"#, 7, cut), .init(#"{"a":"b""#, 9, cut), .init(#"{"a":{}"#, 8, cut),
    .init(#"{"a":[]"#, 8, cut), .init(#"{"a":["#, 7, cut), .init(#"{"a":[1"#, 8, cut),
    .init(#"{"a":1,}"#, 8, name), .init(#"{"a":1,,"b":2}"#, 8, name), .init(#"{"a":1,"#, 8, name),
    .init(#"{"a":1 "b":2}"#, 8, comma), .init(#"{"a":"b" "c":1}"#, 10, comma),
    .init(#"{"a":"b""c":1}"#, 9, comma), .init(#"{"a":{}"b":1}"#, 8, comma),
    .init(#"{"a":1:2}"#, 7, comma), .init(#"{"a":"b":"c"}"#, 9, comma),
    .init(#"{"a":1]"#, 7, comma), .init(#"{"a":[1}"#, 8, comma), .init(#"{"a":[}"#, 7, value),
    .init(#"{"a":[,1]}"#, 7, value), .init(#"{"a":[1,]}"#, 9, value),
    .init(#"{"a":[1 2]}"#, 9, comma), .init(#"{"a":["b":1]}"#, 10, comma),
    .init(#"{"a":{"b":1]}"#, 12, comma), .init(#"{"a":{}{}}"#, 8, comma),
    .init("{}}", 3, rest), .init("{}{}", 3, rest), .init("{},", 3, rest), .init("{} x", 4, rest),
    .init(#"{"a":1}}"#, 8, rest), .init(#"{"a":1}{"b":2}"#, 8, rest),
    .init(#"{"a":1},{"b":2}"#, 8, rest), .init(#"{"a":1} // b"#, 9, rest),
    .init(#"{"a":1}""#, 8, rest), .init("{}\u{0}", 3, rest), .init("{\"a\":1}\u{FEFF}", 8, rest),
    .init("{/**/}", 2, name), .init("{\u{A0}}", 2, name), .init("{\u{B}}", 2, name),
    .init("\u{0}{}", 1, object), .init("{\u{0}}", 2, name),
    .init("{\"a\":\u{0}1}", 6, value), .init("{\"a\":1\u{0}}", 7, comma),
    .init("{\"a\":1\u{B}}", 7, comma), .init("{\"a\":\"b\"\u{C}}", 9, comma),
  ]

  static let scalars: [RefusedLine] = [
    .init(#"{"a":01}"#, 6, "a number has a needless zero in front"),
    .init(#"{"a":-01}"#, 7, "a number has a needless zero in front"),
    .init(#"{"a":00}"#, 6, "a number has a needless zero in front"),
    .init(#"{"a":-}"#, 7, "a number lacks a digit"), .init(#"{"a":-"#, 7, "a number lacks a digit"),
    .init(#"{"a":1.}"#, 8, "a number lacks a digit"),
    .init(#"{"a":1.e5}"#, 8, "a number lacks a digit"),
    .init(#"{"a":1e}"#, 8, "a number lacks a digit"),
    .init(#"{"a":1e+}"#, 9, "a number lacks a digit"),
    .init(#"{"a":1E-"#, 9, "a number lacks a digit"),
    .init(#"{"a":-a}"#, 7, "a number lacks a digit"),
    .init(#"{"a":--1}"#, 7, "a number lacks a digit"),
    .init(#"{"a":.5}"#, 6, value), .init(#"{"a":+1}"#, 6, value), .init(#"{"a":NaN}"#, 6, value),
    .init(#"{"a":Infinity}"#, 6, value), .init(#"{"a":-Infinity}"#, 7, "a number lacks a digit"),
    .init(#"{"a":0x1F}"#, 7, comma), .init(#"{"a":1_000}"#, 7, comma),
    .init(#"{"a":1.2.3}"#, 9, comma),
    .init(#"{"a":1e5.5}"#, 9, comma), .init(#"{"a":1-2}"#, 7, comma), .init(#"{"a":1a}"#, 7, comma),
    .init(#"{"a":True}"#, 6, value), .init(#"{"a":truE}"#, 6, value),
    .init(#"{"a":nul}"#, 6, value),
    .init(#"{"a":nulll}"#, 10, comma), .init(#"{"a":truefalse}"#, 10, comma),
    .init(#"{"a":tru"#, 6, "a value is cut short"), .init(#"{"a":t}"#, 6, "a value is cut short"),
    .init(#"{"a":undefined}"#, 6, value), .init(#"{"a":b}"#, 6, value),
    .init(#"{"a":'b'}"#, 6, value),
    .init(#"{"a":\n}"#, 6, value), .init(#"{"a":1\n}"#, 7, comma), .init("{\"a\":é}", 6, value),
    .init("{\"a\":1é}", 7, comma), .init("{\"a\":\u{FF11}}", 6, value),
  ]

  static let strings: [RefusedLine] = [
    .init(#"{"a"#, 2, "a string is not closed"), .init(#"{"a":"b"#, 6, "a string is not closed"),
    .init(#"{"a":"b}"#, 6, "a string is not closed"),
    .init(#"{"a":"\"}"#, 6, "a string is not closed"),
    .init(#"{"a":"b\"}"#, 6, "a string is not closed"),
    .init(#"{"a":"b"","c":"d"}"#, 9, comma), .init(#"{"a":"\x"}"#, 7, "no such escape"),
    .init(#"{"a":"\'"}"#, 7, "no such escape"), .init(#"{"a":"\ "}"#, 7, "no such escape"),
    .init(#"{"a":"\u"}"#, 7, "no such escape"), .init(#"{"a":"\u12"}"#, 7, "no such escape"),
    .init(#"{"a":"\u123"}"#, 7, "no such escape"), .init(#"{"a":"\u123g"}"#, 7, "no such escape"),
    .init(#"{"a":"\U0041"}"#, 7, "no such escape"), .init(#"{"a":"\u{41}"}"#, 7, "no such escape"),
    .init(#"{"a":"\u+041"}"#, 7, "no such escape"), .init(#"{"a":"\0"}"#, 7, "no such escape"),
    .init(#"{"a":"\"#, 7, "no such escape"), .init(#"{"a":"\u00"#, 7, "no such escape"),
    .init(#"{"\x":1}"#, 3, "no such escape"), .init(#"{"a":"b\\\"#, 10, "no such escape"),
    .init("{\"a\":\"\u{0}\"}", 7, "a control character must be escaped"),
    .init("{\"a\":\"b\tc\"}", 8, "a control character must be escaped"),
    .init("{\"a\":\"b\rc\"}", 8, "a control character must be escaped"),
    .init("{\"a\":\"\u{1F}\"}", 7, "a control character must be escaped"),
    .init("{\"a\u{1}\":1}", 4, "a control character must be escaped"),
    .init("{\"a\":\"\\\u{9}\"}", 7, "no such escape"),
  ]

  /// The forms that UTF-8 forbids (RFC 3629 sections 3 and 4).
  static let encodings: [RefusedLine] = wrongEncodings.flatMap { wrong in
    [refused(#"{"a":""#, wrong, #""}"#, 7), refused(#"{""#, wrong, #"":"a"}"#, 3)]
  }

  private static let wrongEncodings: [[UInt8]] = [
    [0x80],  // A continuation of nothing.
    [0xFF],
    [0xE9],  // Latin-1.
    [0xC0, 0xAF],  // An overlong slash.
    [0xC0, 0x80],  // An overlong NUL.
    [0xE0, 0x80, 0xAF],
    [0xE2, 0x82],  // Two of three bytes.
    [0xF0],  // One of four.
    [0xED, 0xA0, 0x80],  // Half a surrogate pair.
    [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],  // A whole one.
    [0xF4, 0x90, 0x80, 0x80],  // Beyond U+10FFFF.
    [0xF8, 0x88, 0x80, 0x80, 0x80],
  ]

  private static func refused(
    _ before: String, _ wrong: [UInt8], _ after: String, _ column: Int
  ) -> RefusedLine {
    RefusedLine(bytes: before.utf8 + wrong + after.utf8, column, "the bytes are not UTF-8")
  }
}
