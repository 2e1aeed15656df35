import Testing
import Trials

@testable import Values

struct CanonicalURLTests {
  @Test(arguments: [
    ("https://example.org/a.jpg", "https://example.org/a.jpg"),
    ("http://example.org/a.jpg", "https://example.org/a.jpg"),
    ("HTTP://Example.ORG/A.jpg", "https://example.org/A.jpg"),
    (" https://example.org/a\n", "https://example.org/a"),
    ("http://example.org", "https://example.org/"),
    ("http://example.org?q", "https://example.org/?q"),
    ("http://example.org#f", "https://example.org/"),
    ("http://example.org/a#b?c", "https://example.org/a"),
    ("http://example.org/a?b#c", "https://example.org/a?b"),
    ("http://example.org/a?", "https://example.org/a?"),
    ("http://example.org:80/", "https://example.org/"),
    ("http://example.org:/", "https://example.org/"),
    ("https://example.org:443/", "https://example.org/"),
    ("http://example.org:443/", "https://example.org/"),
    ("https://example.org:00443/", "https://example.org/"),
    ("http://example.org:8080/", "https://example.org:8080/"),
    ("http://User:Pass@Example.org/", "https://User:Pass@example.org/"),
    ("http://@example.org/", "https://example.org/"),
    ("http://a@b@example.org/", "https://a%40b@example.org/"),
    ("http://[2001:DB8::1]:80/a", "https://[2001:db8::1]/a"),
    ("http://192.0.2.1/a", "https://192.0.2.1/a"),
    ("http://example.org/a\\b?c\\d", "https://example.org/a/b?c\\d"),
    ("http:\\\\example.org\\a", "https://example.org/a"),
    ("http://exa\tmple.org/a\r\nb", "https://example.org/ab"),
  ])
  func `the parts of a URL`(_ text: String, _ canonical: String) {
    #expect(CanonicalURL.string(text) == canonical)
  }

  @Test(arguments: [
    ("/%7Eanna/%2d%5f%2E%41%7a%30", "/~anna/-_.Az0"), ("/%c3%a9", "/%C3%A9"), ("/é", "/%C3%A9"),
    ("/a b", "/a%20b"), ("/a%20b?c d", "/a%20b?c%20d"), ("/a%2fb", "/a%2Fb"),
    ("/?q=é", "/?q=%C3%A9"),
    ("/100%", "/100%25"), ("/%zz%4", "/%25zz%254"), ("/%%34%31", "/%2541"),
    ("/\"<>^`{|}", "/%22%3C%3E%5E%60%7B|%7D"),
    ("/it's?it's", "/it's?it%27s"), ("/🦋", "/%F0%9F%A6%8B"), ("/a+b&c=d;e,f", "/a+b&c=d;e,f"),
    ("/\u{7F}", "/%7F"),
  ])
  func `percent-escapes`(_ path: String, _ canonical: String) {
    #expect(CanonicalURL.string("https://example.org" + path) == "https://example.org" + canonical)
  }

  @Test(arguments: [
    ("/a/b/c/./../../g", "/a/g"), ("/.", "/"), ("/..", "/"), ("/a/.", "/a/"), ("/a/..", "/"),
    ("/a/b/..", "/a/"),
    ("/../../a", "/a"), ("/a//../b", "/a/b"), ("/a/%2e%2E/b", "/b"), ("/a/%2e/b", "/a/b"),
    ("/.a/..b/...", "/.a/..b/..."),
    ("/a/./", "/a/"), ("//../a", "/a"), ("/a?/../b", "/a?/../b"), ("/a/.%2e", "/"),
  ])
  func `dot segments`(_ path: String, _ canonical: String) {
    #expect(CanonicalURL.string("https://example.org" + path) == "https://example.org" + canonical)
  }

  @Test(arguments: [
    ("Bücher.example", "xn--bcher-kva.example"), ("b%C3%BCcher.example", "xn--bcher-kva.example"),
    ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("straße.example", "xn--strae-oqa.example"),
    ("ＥＸＡＭＰＬＥ.org", "example.org"), ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
    ("XN--BCHER-KVA.example", "xn--bcher-kva.example"), ("ex%41mple.org", "example.org"),
    ("example.org.", "example.org."), ("under_score.example.org", "under_score.example.org"),
  ])
  func `names of hosts`(_ host: String, _ canonical: String) {
    #expect(CanonicalURL.string("http://\(host)/") == "https://\(canonical)/")
    #expect(URLHost.string("http://\(host):8080/a") == canonical)
  }

  @Test(arguments: [
    "", "a.jpg", "http:/a", "http://", "http:///a", "http://:80/", "http://a b/", "http://a%00b/",
    "http://a%2Fb/",
    "http://é%00b/", "http://a:b/", "http://a:65536/", "http://[::1/", "http://[::1]a/",
    "http://[::g]/", "http://a|b/",
    "http://\u{2100}.example/", "//example.org/a", "localhost", "NEON.D16.0001.jpg",
    "C:\\photos\\É.jpg",
  ])
  func `what is no URL stays as it is, and has no host`(_ text: String) {
    #expect(CanonicalURL.string(" \(text)\t") == text)
    #expect(URLHost.string(text) == nil)
  }

  @Test(arguments: [
    ("ftp://Example.org:21/A", "example.org"), ("http://User@Example.ORG:80", "example.org"),
    ("https://images.example.org/1.jpg", "images.example.org"), ("s3://bucket/key", "bucket"),
    ("http://[::1]:80/", "[::1]"),
  ])
  func `the host of a URL`(_ text: String, _ host: String) {
    #expect(URLHost.string(text) == host)
  }

  @Test(arguments: ["ftp://Example.org/A", "mailto:anna@example.org", "urn:catalog:MUSEUM:1"])
  func `other schemes stay as they are`(_ text: String) {
    #expect(CanonicalURL.string(text) == text)
  }

  @Test func `a canonical form is its own, and no matter how it is found`() {
    var random = SplitMix(seed: 1)
    let pieces = [
      "http://", "https://", "example.org", "EXAMPLE.org", ":80", ":443", ":8080", "/", "//", ".",
      "..", "%2e", "%2E",
      "%25", "%", "41", "a", "B", "?", "#", "é", " ", "@", "\\", "'", "\t", "[", "]", "|", "ß",
      "%c3%a9", "xn--a",
    ]
    for _ in 0..<20_000 {
      var text = random.next() % 8 == 0 ? "" : "http://example.org/"
      for _ in 0..<random.next() % 8 { text += pieces.randomElement(using: &random) ?? "" }
      let canonical = CanonicalURL.string(text)
      #expect(CanonicalURL.string(canonical) == canonical, "\(text)")
      // A fragment keeps it from being seen as plain.
      if PlainURL(Array(text.utf8).span) != nil {
        #expect(CanonicalURL.string(text + "#") == canonical, "\(text)")
        #expect(URLHost.string(text) == URLHost.string(text + "#"))
      }
    }
  }
}
