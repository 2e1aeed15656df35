import GBIF
import Testing

/// What follows from the answers to a POST.
struct PostingTests {
  private static let key = "0012150-260108223611665"

  func posting(sql: Bool = false, waitsForTurn: Bool = false) throws -> Posting {
    let body = sql ? #"{"sql":"SELECT 1"}"# : #"{"predicate":{"type":"isNull","parameter":"YEAR"}}"#
    let request = try DownloadRequest(Array(body.utf8), named: "p.json", creator: nil)
    return Posting(request, first: nil, waitsForTurn: waitsForTurn)
  }

  func http(_ status: Int, _ body: String = "", retryAfter: Duration? = nil)
    -> ServiceAnswer
  {
    .http(status: status, body: Array(body.utf8), retryAfter: retryAfter)
  }

  private func kind(of verdict: Posting.Verdict) -> ServiceError.Kind? {
    if case .refused(let error) = verdict { error.kind } else { nil }
  }

  @Test(arguments: [200, 201])
  func `a key is the end of it`(_ status: Int) throws {
    var posting = try posting()
    #expect(posting.verdict(http(status, Self.key)) == .key(try #require(DownloadKey(Self.key))))
  }

  @Test(arguments: [
    (400, ServiceError.Kind.badRequest), (401, .notPermitted), (403, .notPermitted),
    (404, .unavailable), (413, .badRequest), (415, .badRequest), (420, .temporary),
    (422, .badRequest), (429, .temporary), (302, .unavailable),
  ])
  func `some codes end it at once`(_ status: Int, _ kind: ServiceError.Kind) throws {
    var posting = try posting()
    #expect(self.kind(of: posting.verdict(http(status, "why"))) == kind)
  }

  @Test func `an answer without a key is no success`() throws {
    var posting = try posting()
    #expect(kind(of: posting.verdict(http(201, "<html>"))) == .unavailable)
  }

  @Test func `GBIF's words are shown on one line`() throws {
    var posting = try posting()
    let expected = ServiceError(.badRequest, "GBIF refuses it: Cannot parse x into y")
    #expect(posting.verdict(http(400, "Cannot parse x\n  into y\r\n")) == .refused(expected))
  }

  @Test(arguments: [500, 502, 503, 504])
  func `a bad moment is waited through, five times in all`(_ status: Int) throws {
    var posting = try posting()
    for _ in 1...4 {
      guard case .again = posting.verdict(http(status)) else { throw Unexpected() }
    }
    #expect(kind(of: posting.verdict(http(status))) == .unavailable)
  }

  @Test func `the service says how long to wait`() throws {
    var posting = try posting()
    let verdict = posting.verdict(http(503, retryAfter: .seconds(42)))
    #expect(verdict == .again(after: .seconds(42), reason: "GBIF answers 503"))
  }

  @Test func `of a bad moment GBIF's own words are shown too`() throws {
    var posting = try posting()
    let answer = http(503, "Service disabled for\n maintenance reasons", retryAfter: .seconds(42))
    let reason = "GBIF answers 503: Service disabled for maintenance reasons"
    #expect(posting.verdict(answer) == .again(after: .seconds(42), reason: reason))
  }

  @Test(arguments: [(401, true), (403, false)])
  func `only who is not known is told which name is meant`(
    _ status: Int, _ isAdvised: Bool
  ) throws {
    var posting = try posting()
    guard case .refused(let error) = posting.verdict(http(status, "no")) else { throw Unexpected() }
    #expect(error.description.hasPrefix("GBIF does not let you in: no"))
    #expect(error.description.contains("not the e-mail address") == isAdvised)
  }

  @Test(arguments: [true, false])
  func `a lost answer is asked for again, as the same key comes`(_ wasSent: Bool) throws {
    var posting = try posting()
    let verdict = posting.verdict(.none(reason: "reset", wasSent: wasSent))
    guard case .again = verdict else { throw Unexpected() }
  }

  @Test(arguments: [
    (ServiceAnswer.none(reason: "reset", wasSent: true), false),
    (.none(reason: "dns", wasSent: false), true),
    (.http(status: 503, body: [], retryAfter: nil), false),
    (.http(status: 500, body: [], retryAfter: nil), false),
  ])
  func `SQL is posted again only when it surely was not taken`(
    _ answer: ServiceAnswer, _ isRepeated: Bool
  ) throws {
    var posting = try posting(sql: true)
    #expect((kind(of: posting.verdict(answer)) == nil) == isRepeated)
  }

  @Test(arguments: [420, 429])
  func `a turn is waited for without end when that is wished`(_ status: Int) throws {
    var posting = try posting(waitsForTurn: true)
    for _ in 1...100 {
      guard case .again = posting.verdict(http(status, "too many")) else { throw Unexpected() }
    }
  }
}

extension PostingTests {
  @Test(arguments: [420, 429])
  func `a turn is waited for as long as the service says`(_ status: Int) throws {
    var posting = try posting(waitsForTurn: true)
    let verdict = posting.verdict(http(status, "too many", retryAfter: .seconds(42)))
    #expect(verdict == .again(after: .seconds(42), reason: "too many"))
  }

  @Test func `bad moments between refusals are none in a row`() throws {
    var posting = try posting(waitsForTurn: true)
    for _ in 1...20 {
      for status in [503, 420] {
        guard case .again = posting.verdict(http(status)) else { throw Unexpected() }
      }
    }
  }

  @Test func `SQL that was refused for the number of downloads may wait for its turn`() throws {
    var posting = try posting(sql: true, waitsForTurn: true)
    guard case .again = posting.verdict(http(420, "too many")) else { throw Unexpected() }
  }
}

struct Unexpected: Error {}
