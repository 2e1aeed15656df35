import StandIn
import Testing
import Transfers

/// Which hosts are reached, and which are trusted.
struct ReachTests {
  @Test(arguments: ["127.0.0.1", "localhost", "127.1", "0", "[::ffff:127.0.0.1]", "2130706433"])
  func `an address that is not public is refused without leave`(host: String) throws {
    let port = try Engine.standIn.get().port
    var engine = try Engine(TransferSettings(userAgent: "tests"))
    let refused = try engine.fetch("http://\(host):\(port)/x")
    #expect(refused.failure?.cause == .refusedAddress)
    #expect(refused.head == nil)
  }

  @Test func `with leave it is reached`() throws {
    let port = try Engine.standIn.get().port
    var settings = TransferSettings(userAgent: "tests")
    settings.allowsPrivateAddresses = true
    var engine = try Engine(settings)
    #expect(try engine.fetch("http://127.0.0.1:\(port)/x").failure == nil)
  }

  @Test func `a rule gives leave for the host that it names, and for no other`() throws {
    let port = try Engine.standIn.get().port
    var engine = try Engine.withStandIn { $0.connectTo = ["a.example:80:127.0.0.1:\(port)"] }
    #expect(try engine.fetch("http://a.example/x").failure == nil)
    let other = try engine.fetch("http://127.0.0.1:\(port)/x")
    #expect(other.failure?.cause == .refusedAddress)
  }

  @Test func `a certificate of an authority that is not trusted is refused`() throws {
    var engine = try Engine.withStandIn { $0.certificates = nil }
    #expect(try engine.fetch("https://a.example/x").failure?.cause == .tls)
  }

  @Test func `a file of certificates that is not there is a failure of TLS`() throws {
    var engine = try Engine.withStandIn { $0.certificates = "/nowhere/ca.pem" }
    #expect(try engine.fetch("https://a.example/x").failure?.cause == .tls)
    #expect(try engine.fetch("http://a.example/x").failure == nil)
  }

  @Test func `where nobody listens there is no connection`() throws {
    var engine = try Engine.withStandIn { $0.connectTo = ["::127.0.0.1:1"] }
    #expect(try engine.fetch("http://a.example/x").failure?.cause == .connect)
  }

  @Test func `a host with other letters than ASCII is reached by its name in them`() throws {
    var engine = try Engine.withStandIn()
    let url = try #require(HTTPURL("http://f\u{e4}lten.example/x"))
    #expect(try engine.fetch(url.text).failure == nil)
    #expect(try Engine.log(of: "xn--flten-gra.example", count: 1).count == 1)
  }
}
