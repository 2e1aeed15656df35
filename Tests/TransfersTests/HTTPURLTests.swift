import Testing
import Transfers

/// What is taken as a URL, and how it goes over the wire.
struct HTTPURLTests {
  @Test(arguments: [
    ("http://a.example/x", "http://a.example/x"),
    ("HTTP://A.Example/X?Y", "http://a.example/X?Y"),
    ("http://a.example", "http://a.example/"),
    ("http://a.example?x", "http://a.example/?x"),
    ("http://a.example/x#f?y", "http://a.example/x"),
    ("http://a.example/a b", "http://a.example/a%20b"),
    ("http://a.example/x?a=b c", "http://a.example/x?a=b+c"),
    (" \t\r\nhttp://a.example/x \n", "http://a.example/x"),
    ("http://a.example/\u{e9}", "http://a.example/%c3%a9"),
    ("http://a.example/e\u{301}", "http://a.example/e%cc%81"),
    ("http://a.example/x%00y%2F", "http://a.example/x%00y%2F"),
    ("http://a.example/../../x", "http://a.example/x"),
    ("http://\u{c9}.example/x", "http://xn--9ca.example/x"),
    ("http://a\u{3002}example/", "http://a.example/"),
    ("http:/a.example/x", "http://a.example/x"),
    ("http:///a.example/x", "http://a.example/x"),
    ("http://a.example:/x", "http://a.example/x"),
    ("http://a.example:8080/x", "http://a.example:8080/x"),
    ("http://[::1]:8080/x", "http://[::1]:8080/x"),
    ("http://127.1/", "http://127.0.0.1/"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://017700000001/", "http://127.0.0.1/"),
  ])
  func `a URL is written as it goes over the wire`(text: String, wire: String) throws {
    let url = try #require(HTTPURL(text))
    #expect(url.text == wire)
    // What was written so is taken as it is.
    #expect(HTTPURL(wire) == url)
  }

  @Test(arguments: [
    "", " ", "/x", "a.example/x", "//a.example/x", "http:", "http://", "http:///", "http://?x",
    "http:a.example/x", "http:////a.example/x", "http_://a.example/x", "ftp://a.example/x",
    "file:///etc/passwd", "gopher://a.example/x", "javascript:alert(1)", "data:image/png;base64,x",
    "http://u@a.example/", "http://u:p@a.example/", "http://@a.example/",
    "http://a.example@b.example/", "http://a.example\\@b.example/", "http://a b.example/",
    "http://a.example:65536/x", "http://a.example:-1/", "http://a.example:80:80/",
    "http://a.example:x/", "http://[::1", "http://[x]/", "http://a%00.example/",
    "http://a.example/x\0y", "http://a.example/x\r\nHost: b.example", "http://a.example/x\ny",
    "http://4294967297/", "http://256.1.1.1/", "http://a.example.5/", "http://1.2.3.4.5/",
  ])
  func `what is no URL of http is refused`(text: String) {
    #expect(HTTPURL(text) == nil)
  }

  @Test(arguments: [
    ("http://A.example/x", "http", "a.example", 80),
    ("https://a.example/x", "https", "a.example", 443),
    ("https://a.example:80/x", "https", "a.example", 80),
    ("http://\u{e9}.example/", "http", "xn--9ca.example", 80),
    ("http://[2001:DB8::1]:1/", "http", "[2001:db8::1]", 1),
  ])
  func `its parts are told`(text: String, scheme: String, host: String, port: Int) throws {
    let url = try #require(HTTPURL(text))
    #expect(url.scheme == scheme)
    #expect(url.host == host)
    #expect(url.port == port)
  }

  @Test(arguments: [
    ("http://a.example/x", "http://A.example:80/y?z", true),
    ("http://a.example/", "https://a.example/", false),
    ("http://a.example/", "http://a.example:8080/", false),
    ("http://a.example/", "http://b.a.example/", false),
  ])
  func `credentials may go to the same origin alone`(a: String, b: String, same: Bool) throws {
    #expect(try #require(HTTPURL(a)).hasOrigin(of: try #require(HTTPURL(b))) == same)
  }

  @Test(arguments: [
    ("/x", "http://a.example/x"), ("x?y", "http://a.example/b/x?y"),
    ("../x y", "http://a.example/x%20y"), ("//b.example/x", "http://b.example/x"),
    ("https://b.example", "https://b.example/"),
  ])
  func `a relative URL counts from its base`(text: String, whole: String) throws {
    let base = try #require(HTTPURL("http://a.example/b/c"))
    #expect(HTTPURL(text, relativeTo: base)?.text == whole)
  }

  @Test(arguments: ["ftp://b.example/x", "http://u:p@b.example/x", "mailto:x"])
  func `a base makes no other scheme or user right`(text: String) throws {
    let base = try #require(HTTPURL("http://a.example/b/c"))
    #expect(HTTPURL(text, relativeTo: base) == nil)
  }
}
