import ByteStreams
import Fetching
import Foundation
import StandIn
import Testing
import Transfers

/// What holds at every hop of a redirect.
struct FetcherTests {
  /// Keeps what comes.
  private final class Body: FetchBody {
    private(set) var count = 0
    var refusal: FetchFailure? { nil }
    func restart() { count = 0 }
    func begin(_ head: ResponseHead) -> Bool { true }

    func receive(_ bytes: borrowing Span<UInt8>) -> Bool {
      count += bytes.count
      return true
    }
  }

  private let standIn: StandIn

  init() throws { standIn = try StandIn() }

  @Test func `credentials go along to the same host and port`() throws {
    let result = try fetch("/redirect/2/drawn/1/1000.jpg")
    #expect(result.failure == nil)
    #expect(try log(3).map(\.authorization) == [true, true, true])
  }

  @Test func `credentials stay behind when the port is another`() throws {
    let target = "http://127.0.0.1:\(standIn.filePort)/redirect/1/drawn/1/1000.jpg"
    let result = try fetch("/redirect-to/?url=\(target)")
    #expect(result.failure == nil)
    #expect(result.url == "http://127.0.0.1:\(standIn.filePort)/drawn/1/1000.jpg")
    #expect(try log(3).map(\.authorization) == [true, false, false])
  }

  @Test func `what is sent goes nowhere else`() throws {
    let result = try fetch("/redirect/1/store/x") { $0.request.upload = try self.source() }
    #expect(result.failure?.error == "http_302")
    #expect(try log(1).map(\.status) == [302])
  }

  @Test func `a question about one place is not asked at another`() throws {
    let result = try fetch("/redirect/1/store/x") { $0.followsRedirects = false }
    #expect(result.failure?.error == "http_302")
  }

  @Test func `a file is sent as often as it is tried`() throws {
    let folder = try Folder()
    let result = try fetch("/error/2/store/x") { $0.request.upload = try self.source(folder) }
    #expect(result.failure == nil)
    #expect(result.attempts == 3)
    #expect(try fetch("/store/x") { $0.request.method = "HEAD" }.length == 5)
  }

  @Test(arguments: [(8, nil), (9, "too_many_redirects")])
  func `eight hops are followed`(hops: Int, error: String?) throws {
    #expect(try fetch("/redirect/\(hops)/drawn/1/1000.jpg").failure?.error == error)
  }

  @Test(arguments: ["ftp://127.0.0.1/x", "file:///etc/hostname", "gopher://127.0.0.1/x"])
  func `a redirect to another scheme is followed no further`(target: String) throws {
    #expect(try fetch("/redirect-to/?url=\(target)").failure?.error == "bad_url")
    #expect(try log(1).count == 1)
  }

  @Test func `a redirect to an address that is not public is refused`() throws {
    var settings = TransferSettings(userAgent: "tests")
    settings.connectTo = ["a.example:80:127.0.0.1:\(standIn.port)"]
    let target = "http://127.0.0.1:\(standIn.port)/drawn/1/1000.jpg"
    let url = "http://a.example/redirect-to/?url=\(target)"
    #expect(try fetch(url, settings).failure?.error == "refused_address")
    #expect(try log(1).count == 1)
  }

  /// The log when it has so many lines; it is written a little after the answers.
  private func log(_ count: Int) throws -> [StandIn.Entry] {
    for _ in 0..<100 where standIn.log.count < count { Thread.sleep(forTimeInterval: 0.05) }
    return standIn.log
  }

  private func fetch(
    _ path: String, _ change: (inout FetchJob) throws -> Void = { _ in }
  ) throws -> FetchResult {
    var settings = TransferSettings(userAgent: "tests")
    settings.allowsPrivateAddresses = true
    return try fetch("http://127.0.0.1:\(standIn.port)\(path)", settings, change)
  }

  /// How the fetching of `url`, begun with credentials, ends.
  private func fetch(
    _ url: String, _ settings: TransferSettings,
    _ change: (inout FetchJob) throws -> Void = { _ in }
  ) throws -> FetchResult {
    var limits = FetchLimits()
    limits.firstDelay = .milliseconds(10)
    var fetcher = Fetcher(limits, try .open(settings))
    var request = TransferRequest(url: url)
    request.credentials = Credentials(user: "u", password: "p")
    var job = FetchJob(request, into: Body())
    try change(&job)
    _ = fetcher.add(job)
    while true {
      try fetcher.turn(milliseconds: 100)
      if let result = fetcher.next() { return result }
    }
  }
  /// A file of five bytes.
  private func source(_ folder: Folder? = nil) throws -> FileSource {
    let folder = try folder ?? Folder()
    try folder.write("abcde", to: "file")
    return try FileSource(.reading(folder.path("file")))
  }
}
