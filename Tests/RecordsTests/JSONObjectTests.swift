import Testing

@testable import Records

/// Objects that a tool makes.
struct JSONObjectTests {
  @Test func `members stand in the order in which they were added`() {
    var inner = JSONObject()
    inner.add("path", "a/b.jpg")
    var object = JSONObject()
    object.add("status", "ok")
    object.add("bytes", -7)
    object.add("retry", true)
    object.add("error", nil as String?)
    object.add("file", inner)
    let expected = #"{"status":"ok","bytes":-7,"retry":true,"file":{"path":"a/b.jpg"}}"#
    #expect(String(decoding: object.bytes, as: UTF8.self) == expected)
  }

  @Test func `an object without members is whole`() {
    #expect(JSONObject().bytes == Array("{}".utf8))
  }

  @Test func `every character comes back as it was`() throws {
    let scalars =
      (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FFFD}", "\u{1F98B}"]
    for scalar in scalars {
      var object = JSONObject()
      object.add("a", "x\(Character(scalar))y")
      #expect(try scan(object.bytes, ["a"])[0].text == "x\(Character(scalar))y")
    }
  }
}
