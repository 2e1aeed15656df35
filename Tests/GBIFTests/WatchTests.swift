import GBIF
import Testing

/// What follows from the answers to the question how far a download is.
struct WatchTests {
  private static let key = "0000001-250827131500795"

  private func watch() throws -> Watch {
    Watch(try #require(DownloadReference(Self.key)), .polling, seed: 1)
  }

  private func told(_ state: String) -> ServiceAnswer {
    let record = #"{"key":"\#(Self.key)","status":"\#(state)"}"#
    return .http(status: 200, body: Array(record.utf8), retryAfter: nil)
  }

  private func http(_ status: Int, retryAfter: Duration? = nil) -> ServiceAnswer {
    .http(status: status, body: [], retryAfter: retryAfter)
  }

  private func isAgain(_ verdict: Watch.Verdict) -> Bool {
    if case .again = verdict { true } else { false }
  }

  @Test(arguments: ["PREPARING", "RUNNING", "SUSPENDED", "PENDING"])
  func `what is not final is waited for`(_ state: String) throws {
    var watch = try watch()
    for _ in 1...100 { #expect(isAgain(watch.verdict(told(state)))) }
    #expect(watch.state?.description == state)
  }

  @Test func `nothing is given up after ten minutes, nor after a day`() throws {
    var watch = try watch()
    var waited = Duration.zero
    while waited < .seconds(2 * 86400) {
      guard case .again(let wait, _) = watch.verdict(told("RUNNING")) else { throw Unexpected() }
      waited += wait
      #expect(wait >= .seconds(9) && wait <= .seconds(330))
    }
  }

  @Test(arguments: ["SUCCEEDED", "CANCELLED", "KILLED", "FAILED", "FILE_ERASED"])
  func `what is final ends the wait`(_ state: String) throws {
    var watch = try watch()
    _ = watch.verdict(told("RUNNING"))
    guard case .ended(let status) = watch.verdict(told(state)) else { throw Unexpected() }
    #expect(status.state.description == state)
  }

  @Test(arguments: [408, 420, 425, 429, 500, 502, 503, 504])
  func `a bad moment of the service is waited through`(_ status: Int) throws {
    var watch = try watch()
    for _ in 1...100 { #expect(isAgain(watch.verdict(http(status)))) }
  }

  @Test func `of a bad moment GBIF's own words are shown too`() throws {
    var watch = try watch()
    let answer = ServiceAnswer.http(status: 503, body: Array("no backend".utf8), retryAfter: nil)
    guard case .again(_, let news) = watch.verdict(answer) else { throw Unexpected() }
    #expect(news == "GBIF answers 503: no backend")
  }

  @Test func `the service may ask for a longer wait, not for a shorter one`() throws {
    var watch = try watch()
    guard case .again(let long, _) = watch.verdict(http(429, retryAfter: .seconds(500))),
      case .again(let short, _) = watch.verdict(http(429, retryAfter: .seconds(1)))
    else { throw Unexpected() }
    #expect(long == .seconds(500))
    #expect(short > .seconds(10))
  }

  @Test func `an unknown download may be known a little later, not for ever`() throws {
    var watch = try watch()
    for _ in 1...5 { #expect(isAgain(watch.verdict(http(404)))) }
    guard case .refused(let error) = watch.verdict(http(404)) else { throw Unexpected() }
    #expect(error == ServiceError(.unknown, "\(Self.key): status 404"))
  }

  @Test func `a service that never was reached is given up`() throws {
    var watch = try watch()
    let nothing = ServiceAnswer.none(reason: "no such host", wasSent: false)
    for _ in 1...5 { #expect(isAgain(watch.verdict(nothing))) }
    guard case .refused(let error) = watch.verdict(nothing) else { throw Unexpected() }
    #expect(error == ServiceError(.unavailable, "\(Self.key): no such host"))
  }

  @Test func `a service that was reached once is waited for`() throws {
    var watch = try watch()
    _ = watch.verdict(told("RUNNING"))
    let nothing = ServiceAnswer.none(reason: "no such host", wasSent: false)
    for _ in 1...100 { #expect(isAgain(watch.verdict(nothing))) }
  }

  @Test func `a record of another download is not believed`() throws {
    let other = try #require(DownloadReference("0000002-250827131500795"))
    var watch = Watch(other, .polling, seed: 1)
    for _ in 1...5 { #expect(isAgain(watch.verdict(told("SUCCEEDED")))) }
    guard case .refused(let error) = watch.verdict(told("SUCCEEDED")) else { throw Unexpected() }
    #expect(error.kind == .unavailable)
  }

  @Test func `the same news are told once`() throws {
    var watch = try watch()
    let news = ["PREPARING", "PREPARING", "RUNNING", "RUNNING"].map { state in
      if case .again(_, let news) = watch.verdict(told(state)) { news } else { "?" }
    }
    #expect(news == ["PREPARING", nil, "RUNNING", nil])
  }
}
