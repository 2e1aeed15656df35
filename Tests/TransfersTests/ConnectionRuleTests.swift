import Testing

@testable import Transfers

/// `HOST1:PORT1:HOST2:PORT2`.
struct ConnectionRuleTests {
  @Test(arguments: [
    "a.example:80:127.0.0.1:8080", ":80:127.0.0.1:8080", "::127.0.0.1:8080", "a.example:::",
    "a.example:443:[::1]:8443", "[::1]:80:a.example:", ":::", "a:65535:b:0",
  ])
  func `a rule of four parts is taken as it is`(text: String) {
    #expect(ConnectionRule(text)?.text == text)
  }

  @Test(arguments: [
    "", ":", "::", "::::", "a.example", "a.example:80", "a:b:c:d", "a:80:b:x", "a:65536:b:1",
    "a:-1:b:1", "a:+1:b:1", "a:80:b", "a:80:::1:80", "a:80:b:80:",
  ])
  func `all else is none`(text: String) {
    #expect(ConnectionRule(text) == nil)
  }

  @Test(arguments: [
    ("a.example:80:127.0.0.1:1", "http://a.example/x", true),
    ("A.EXAMPLE:80:127.0.0.1:1", "http://a.example/x", true),
    (":80:127.0.0.1:1", "http://b.example/x", true),
    ("::127.0.0.1:1", "https://b.example/x", true),
    ("a.example:80:127.0.0.1:1", "https://a.example/x", false),
    ("a.example:80:127.0.0.1:1", "http://b.example/x", false),
    ("a.example:80:127.0.0.1:1", "http://sub.a.example/x", false),
    // A port alone leaves the host where its name leads.
    ("a.example:80::8080", "http://a.example/x", false),
  ])
  func `a rule tells by which host a URL is reached`(
    rule: String, url: String, places: Bool
  ) throws {
    let rule = try #require(ConnectionRule(rule))
    #expect(rule.placesHost(of: try #require(HTTPURL(url))) == places)
  }
}
