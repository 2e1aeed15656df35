import GBIF
import Testing

/// What follows from the answers to a GET or a DELETE.
struct QuestionTests {
  private func http(
    _ status: Int, _ body: String = "", retryAfter: Duration? = nil
  ) -> ServiceAnswer {
    .http(status: status, body: Array(body.utf8), retryAfter: retryAfter)
  }

  private func kind(of verdict: Question.Verdict) -> ServiceError.Kind? {
    if case .refused(let error) = verdict { error.kind } else { nil }
  }

  @Test(arguments: [
    (Call.match, 200), (.list, 200), (.status, 200), (.cancel, 204), (.cancel, 200),
  ])
  func `an answer is the end of it`(_ call: Call, _ status: Int) {
    var question = Question(call, about: "it", first: nil)
    #expect(question.verdict(http(status, "{}")) == .answer(Array("{}".utf8)))
  }

  @Test(arguments: [
    (Call.match, 400, ServiceError.Kind.badRequest), (.match, 404, .badRequest),
    (.list, 401, .notPermitted), (.cancel, 403, .notPermitted), (.cancel, 404, .unknown),
    (.cancel, 410, .unavailable), (.match, 302, .unavailable),
  ])
  func `some codes end it at once`(_ call: Call, _ status: Int, _ kind: ServiceError.Kind) {
    var question = Question(call, about: "it", first: nil)
    #expect(self.kind(of: question.verdict(http(status, "why"))) == kind)
  }

  @Test(arguments: [
    (500, ServiceError.Kind.unavailable), (503, .unavailable), (429, .temporary), (420, .temporary),
  ])
  func `a bad moment is waited through, five times in all`(
    _ status: Int, _ kind: ServiceError.Kind
  ) throws {
    var question = Question(.match, about: "it", first: nil)
    for _ in 1...4 {
      guard case .again = question.verdict(http(status)) else { throw Unexpected() }
    }
    #expect(self.kind(of: question.verdict(http(status))) == kind)
  }

  @Test func `the service says how long to wait`() {
    var question = Question(.match, about: "Pica", first: nil)
    let verdict = question.verdict(http(429, "too many", retryAfter: .seconds(31)))
    #expect(verdict == .again(after: .seconds(31), reason: "Pica: too many"))
  }

  @Test func `of a bad moment GBIF's own words are shown too`() throws {
    var question = Question(.match, about: "Pica", first: nil)
    let verdict = question.verdict(http(503, "no backend", retryAfter: .seconds(7)))
    #expect(verdict == .again(after: .seconds(7), reason: "Pica: GBIF answers 503: no backend"))
  }

  @Test func `a download that was just posted may be unknown for a while`() throws {
    var question = Question(.status, about: "it", first: nil)
    guard case .again = question.verdict(http(404)) else { throw Unexpected() }
  }

  @Test func `a lost answer is asked for again`() throws {
    var question = Question(.cancel, about: "it", first: nil)
    let verdict = question.verdict(.none(reason: "reset", wasSent: true))
    guard case .again = verdict else { throw Unexpected() }
  }
}
