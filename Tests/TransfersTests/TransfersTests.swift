import Foundation
import StandIn
import Testing
import Transfers

/// Transfers from a stand-in for every host, well-behaved and not.
struct TransfersTests {
  private static let picture = "pictures/salmo-salar-01.jpg"

  private static let pictureBytes: [UInt8] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "scripts/standin/\(picture)")
    return Array((try? Data(contentsOf: path)) ?? Data())
  }()

  @Test(arguments: ["http", "https"])
  func `a body comes as it was sent`(scheme: String) throws {
    var engine = try Engine.withStandIn()
    let sink = Engine.Sink()
    let finished = try engine.fetch("\(scheme)://a.example/\(Self.picture)", into: sink)
    #expect(finished.failure == nil)
    #expect(finished.head?.status == 200)
    #expect(finished.head?["content-TYPE"] == "image/jpeg")
    #expect(finished.bytes == Self.pictureBytes.count)
    #expect(sink.bytes == Self.pictureBytes)
  }

  @Test func `a large body comes in pieces, with its head before`() throws {
    var engine = try Engine.withStandIn()
    let sink = Engine.Sink()
    let finished = try engine.fetch("http://a.example/drawn/1/3000000.jpg", into: sink)
    #expect(finished.failure == nil)
    #expect(sink.bytes.count == 3_000_000)
    #expect(sink.head?.status == 200)
  }

  @Test(arguments: [
    ("missing/x", 404), ("gone/x", 410), ("forbidden/x", 403), ("error/9/x", 500),
    ("busy/9/x", 429), ("redirect/1/x", 302),
  ])
  func `an answer that is no success is an answer`(path: String, status: Int) throws {
    var engine = try Engine.withStandIn()
    let sink = Engine.Sink()
    let finished = try engine.fetch("http://\(UUID().uuidString).example/\(path)", into: sink)
    #expect(finished.failure == nil)
    #expect(finished.head?.status == status)
    if status != 302 { #expect(!sink.bytes.isEmpty) }
  }

  @Test func `a redirect is told, not followed`() throws {
    var engine = try Engine.withStandIn()
    let finished = try engine.fetch("http://a.example/redirect/2/x")
    #expect(finished.head?["Location"] == "/redirect/1/x")
    let other = try engine.fetch("http://a.example/redirect-to/?url=//b.example/x%20y")
    #expect(other.head?["Location"]?.hasPrefix("//b.example/x") == true)
  }

  @Test func `Retry-After is told in seconds, of both its forms`() throws {
    var engine = try Engine.withStandIn()
    let host = UUID().uuidString
    #expect(try engine.fetch("http://\(host).example/busy/9/x").head?.retryAfter == 1)
    let date = try engine.fetch("http://\(host).example/unavailable/9/x").head?.retryAfter
    #expect(date.map { 1...2 ~= $0 } == true)
    #expect(try engine.fetch("http://\(host).example/x").head?.retryAfter == nil)
  }

  @Test(
    arguments: [
      ("", nil), ("?after=", nil), ("?after=0", nil), ("?after=-5", nil), ("?after=soon", nil),
      ("?after=Sun,%2006%20Nov%201994%2008:49:37%20GMT", nil), ("?after=7", 7...7),
      ("?after=86400", 86_400...86_400), ("?after=99999999999", 99_999_999_999...99_999_999_999),
      ("?after=Wed,%2001%20Jan%202200%2000:00:00%20GMT", 4_000_000_000...6_000_000_000),
      ("?after=999999999999999999999999", nil),
    ] as [(String, ClosedRange<Int>?)])
  func `a Retry-After that asks for nothing or is none is none`(
    words: String, seconds: ClosedRange<Int>?
  ) throws {
    var engine = try Engine.withStandIn()
    let head = try #require(try engine.fetch("http://a.example/later/\(words)").head)
    #expect(head.status == 429)
    #expect(head.retryAfter.map { seconds?.contains($0) ?? false } ?? (seconds == nil))
  }

  @Test(arguments: [
    ("cut/\(picture)", TransferFailure.Cause.cutShort),
    ("cut-chunked/\(picture)", .cutShort),
    ("reset/x", .reset),
    ("mute/x", .timeoutStall),
    ("stall/\(picture)", .timeoutStall),
  ])
  func `a transfer that breaks off says why`(path: String, cause: TransferFailure.Cause) throws {
    var engine = try Engine.withStandIn { $0.stallTimeout = 1 }
    let finished = try engine.fetch("http://a.example/\(path)")
    #expect(finished.failure?.cause == cause)
    #expect(finished.failure?.description.isEmpty == false)
  }

  @Test func `the whole has its limit, that of the request before that of the settings`() throws {
    var engine = try Engine.withStandIn { $0.totalTimeout = 60 }
    let finished = try engine.fetch("http://a.example/mute/x") { $0.totalTimeout = 1 }
    #expect(finished.failure?.cause == .timeoutTotal)
  }

  @Test func `an endless body ends at its limit, one that tells its size before`() throws {
    var engine = try Engine.withStandIn()
    let endless = try engine.fetch("http://a.example/endless/") { $0.maximumBytes = 1 << 20 }
    #expect(endless.failure?.cause == .tooLarge)
    let told = try engine.fetch("http://a.example/drawn/1/100000.jpg") { $0.maximumBytes = 99_999 }
    #expect(told.failure?.cause == .tooLarge)
    #expect(told.bytes == 0)
    let fits = try engine.fetch("http://a.example/drawn/1/100000.jpg") { $0.maximumBytes = 100_000 }
    #expect(fits.failure == nil)
  }

  @Test func `who takes the body may have enough, before it or within`() throws {
    var engine = try Engine.withStandIn()
    let none = Engine.Sink(takesNothing: true)
    #expect(
      try engine.fetch("http://a.example/\(Self.picture)", into: none).failure?.cause == .stopped)
    #expect(none.bytes.isEmpty)
    let some = Engine.Sink(limit: 1)
    #expect(try engine.fetch("http://a.example/endless/", into: some).failure?.cause == .stopped)
  }

  @Test func `connections are used again`() throws {
    var engine = try Engine.withStandIn()
    let host = "\(UUID().uuidString.lowercased()).example"
    for scheme in ["http", "https"] {
      for number in 1...5 { _ = try engine.fetch("\(scheme)://\(host)/drawn/\(number)/2000.jpg") }
      _ = try engine.fetch("\(scheme)://\(host)/missing/x")
      _ = try engine.fetch("\(scheme)://\(host)/empty/x")
    }
    let requests = try Engine.log(of: host, count: 14)
    #expect(requests.count == 14)
    #expect(Set(requests.map(\.connection)).count == 2)
  }

  @Test func `many at once all come, and by few connections the next time`() throws {
    var engine = try Engine.withStandIn()
    let host = "\(UUID().uuidString.lowercased()).example"
    let urls = (1...64).map { "http://\(host)/slow/20/drawn/\($0)/2000.jpg" }
    let requests = urls.map { TransferRequest(url: $0) }
    for _ in 1...2 {
      let finished = try engine.fetch(requests, into: Engine.Sink())
      #expect(finished.allSatisfy { $0.failure == nil && $0.bytes == 2000 })
    }
    let connections = Set(try Engine.log(of: host, count: 128).map(\.connection))
    #expect(connections.count <= 64)
  }

  @Test func `the agent, more headers, a method and a body go over`() throws {
    var engine = try Engine.withStandIn()
    let host = "\(UUID().uuidString.lowercased()).example"
    _ = try engine.fetch("http://\(host)/x") {
      $0.credentials = Credentials(user: "u", password: "p")
      $0.offset = 100
    }
    _ = try engine.fetch("http://\(host)/x") { $0.method = "HEAD" }
    _ = try engine.fetch("http://\(host)/x") { ($0.method, $0.body) = ("POST", Array("{}".utf8)) }
    let log = try Engine.log(of: host, count: 3)
    #expect(log.map(\.method) == ["GET", "HEAD", "POST"])
    #expect(log.map(\.authorization) == [true, false, false])
    #expect(log.map(\.range) == ["bytes=100-", nil, nil])
    #expect(log.allSatisfy { $0.agent == "tests/1 (contact@a.example)" })
  }
}
