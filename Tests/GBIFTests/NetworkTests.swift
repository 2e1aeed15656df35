import Network
import Testing
import Transfers

/// What the tools that talk to the network share.
struct NetworkTests {
  @Test(arguments: [
    "a.org:443:127.0.0.1:8080", "::127.0.0.1:8080", "a.org:443::", "[::1]:80:[::1]:8080", ":::",
  ])
  func `a connection rule has four parts`(_ text: String) {
    #expect(ConnectionRule(text)?.text == text)
  }

  @Test(arguments: [
    "", "a.org", "a.org:443:b.org", "a:b:c:d", "a.org:443:b.org:99999", "::1:80:b:1:2",
  ])
  func `anything else is no rule`(_ text: String) {
    #expect(ConnectionRule(text) == nil)
  }

  @Test(arguments: [
    ("machine api.gbif.org login a password b", "a", "b"),
    ("machine x.org login x password y\nmachine api.gbif.org\n\tlogin a\n\tpassword b\n", "a", "b"),
    ("# machine api.gbif.org login x password y\ndefault login a password b", "a", "b"),
    (#"machine api.gbif.org password "b \"c\"" account z login "a""#, "a", #"b "c""#),
    (
      "macdef init\nmachine api.gbif.org login x password y\n\ndefault login a password b", "a", "b"
    ),
  ])
  func `a netrc file gives name and password`(
    _ text: String, _ user: String, _ password: String
  ) throws {
    let found = try #require(Netrc(text).credentials(for: "api.gbif.org"))
    #expect(found.user == user)
    #expect(found.password == password)
  }

  @Test(arguments: [
    "", "machine x.org login a password b", "machine api.gbif.org login a",
    "machine api.gbif.org password b machine x.org login a", "machine",
  ])
  func `a netrc file may have none for a host`(_ text: String) {
    #expect(Netrc(text).credentials(for: "api.gbif.org") == nil)
  }

  @Test(arguments: [
    ("bytes 0-99/200", 0...99, 200 as Int?), ("bytes 5-5/*", 5...5, nil), ("Bytes 1-2/3", 1...2, 3),
  ])
  func `a part says where it belongs`(_ field: String, _ bytes: ClosedRange<Int>, _ size: Int?) {
    #expect(ContentRange(field)?.bytes == bytes)
    #expect(ContentRange(field)?.size == size)
  }

  @Test(arguments: [
    "", "bytes */200", "bytes 9-5/200", "bytes 0-200/200", "lines 0-1/2", "bytes 0-1/x",
  ])
  func `anything else is no part`(_ field: String) {
    #expect(ContentRange(field) == nil)
  }
}
