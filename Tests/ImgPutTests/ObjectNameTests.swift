import Testing

@testable import img_put

/// What files are called elsewhere.
struct ObjectNameTests {
  @Test(arguments: [
    ("a.jpg", "a.jpg"), ("A-z_0~.jpg", "A-z_0~.jpg"), ("a b", "a%20b"), ("a+b", "a%2Bb"),
    ("ü", "%C3%BC"), ("%41", "%2541"), ("a?b#c&d=e", "a%3Fb%23c%26d%3De"), ("\0\n", "%00%0A"),
    ("\u{e9}", "%C3%A9"), ("e\u{301}", "e%CC%81"),
  ])
  func `all but unreserved characters are escaped`(name: String, escaped: String) {
    #expect(ObjectName(["x", name]).escaped == "x/" + escaped)
  }

  @Test func `an unfinished name is hidden beside the file, and its own`() {
    let digits = String(repeating: "0123456789abcdef", count: 4)
    let unfinished = ObjectName(["a", "b.jpg"]).unfinished(digits)
    #expect(unfinished.path.hasPrefix("a/.0123456789abcdef-"))
    #expect(unfinished.path.hasSuffix(".part"))
    #expect(unfinished == ObjectName(["a", "b.jpg"]).unfinished(digits))
    #expect(unfinished != ObjectName(["a", "c.jpg"]).unfinished(digits))
    #expect(unfinished != ObjectName(["a", "b.jpg"]).unfinished("1" + digits))
  }
}
