import GBIF
import Testing

/// The way through the pages of a search.
struct SearchPagingTests {
  private func page(_ results: Int, of count: Int, isLast: Bool = false) -> ServiceAnswer {
    let occurrences = (0..<results).map { #"{"key":\#($0)}"# }.joined(separator: ",")
    let answer = #"{"endOfRecords":\#(isLast),"count":\#(count),"results":[\#(occurrences)]}"#
    return .http(status: 200, body: Array(answer.utf8), retryAfter: nil)
  }

  private func http(_ status: Int, retryAfter: Duration? = nil) -> ServiceAnswer {
    .http(status: status, body: Array("words".utf8), retryAfter: retryAfter)
  }

  private func wait(_ verdict: SearchPaging.Verdict) -> Duration? {
    if case .again(let wait, _) = verdict { wait } else { nil }
  }

  private func error(_ verdict: SearchPaging.Verdict) -> ServiceError? {
    if case .refused(let error) = verdict { error } else { nil }
  }

  /// All questions of a search that finds so many, where the service gives what is asked.
  private func questions(of count: Int, limit: Int?) -> [(offset: Int, limit: Int)] {
    var paging = SearchPaging(limit: limit, first: nil)
    var questions = [(offset: Int, limit: Int)]()
    while let next = paging.next {
      questions.append(next)
      let rest = count - next.offset
      _ = paging.verdict(page(min(rest, next.limit), of: count, isLast: rest <= next.limit))
    }
    return questions
  }

  @Test(
    arguments: [
      (0, nil, [0]), (1, nil, [300]), (300, nil, [300]), (301, nil, [300, 300]),
      (1000, 700, [300, 300, 100]), (1000, 1, [1]), (200, 700, [300]),
    ] as [(Int, Int?, [Int])])
  func `as much is asked for as is wanted`(_ count: Int, _ limit: Int?, _ limits: [Int]) {
    let questions = questions(of: count, limit: limit)
    #expect(questions.map(\.limit) == (count == 0 ? [300] : limits))
    #expect(questions.map(\.offset) == questions.indices.map { $0 * 300 })
  }

  @Test func `no question goes beyond what the search gives`() {
    let questions = questions(of: 1_000_000, limit: nil)
    #expect(questions.count == 334)
    #expect(questions.last?.offset == 99_900 && questions.last?.limit == 100)
  }

  @Test(
    arguments: [
      (100_000, nil, false), (100_001, nil, true), (250_000, 100_000, false),
      (250_000, 100_001, true), (5, 200_000, false),
    ] as [(Int, Int?, Bool)])
  func `it is known when the search has more than it gives`(
    _ count: Int, _ limit: Int?, _ isCut: Bool
  ) {
    var paging = SearchPaging(limit: limit, first: nil)
    #expect(!paging.isCut)
    _ = paging.verdict(page(3, of: count))
    #expect(paging.isCut == isCut)
  }

  @Test func `a service that gives fewer than asked for is asked for the rest`() {
    var paging = SearchPaging(limit: nil, first: nil)
    _ = paging.verdict(page(20, of: 50))
    #expect(paging.next?.offset == 20)
    _ = paging.verdict(page(0, of: 50))
    #expect(paging.next == nil)
  }

  @Test(arguments: [408, 420, 425, 429, 500, 502, 503, 504])
  func `a bad moment is waited through, as long as the service wishes`(_ status: Int) {
    var paging = SearchPaging(limit: nil, first: nil)
    #expect(wait(paging.verdict(http(status, retryAfter: .seconds(31)))) == .seconds(31))
    #expect(wait(paging.verdict(http(status))).map { $0 > .seconds(1) } == true)
    #expect(paging.next?.offset == 0)
  }

  @Test(arguments: [400, 414, 422])
  func `what GBIF refuses is told in its words`(_ status: Int) {
    var paging = SearchPaging(limit: nil, first: nil)
    #expect(
      error(paging.verdict(http(status))) == ServiceError(.badRequest, "GBIF refuses it: words"))
  }

  @Test(arguments: [204, 301, 401, 403, 404])
  func `all other codes end it`(_ status: Int) {
    var paging = SearchPaging(limit: nil, first: nil)
    #expect(error(paging.verdict(http(status)))?.kind == .unavailable)
  }

  @Test(
    arguments: [
      (503, false, 6, .unavailable), (503, true, 12, .temporary), (429, false, 6, .temporary),
      (420, false, 6, .temporary), (429, true, 12, .temporary),
    ] as [(Int, Bool, Int, ServiceError.Kind)])
  func `in the end it is given up, where it was asked too often until later`(
    _ status: Int, _ isReached: Bool, _ tries: Int, _ kind: ServiceError.Kind
  ) {
    var paging = SearchPaging(limit: nil, first: nil)
    if isReached { _ = paging.verdict(page(300, of: 1000)) }
    for _ in 1..<tries { #expect(wait(paging.verdict(http(status))) != nil) }
    let error = error(paging.verdict(http(status)))
    #expect(error == ServiceError(kind, "tried \(tries) times: GBIF answers \(status): words"))
  }

  @Test func `an answer that is none of a search is asked for again`() {
    var paging = SearchPaging(limit: nil, first: nil)
    for body in ["<html>", "[]", "{}", #"{"results":{},"count":1}"#, #"{"results":[]}"#] {
      let answer = ServiceAnswer.http(status: 200, body: Array(body.utf8), retryAfter: nil)
      #expect(wait(paging.verdict(answer)) != nil)
    }
  }

  @Test func `an answer that is too large is asked for in halves`() {
    var paging = SearchPaging(limit: nil, first: nil)
    for limit in [150, 75, 37, 18, 9, 4, 2, 1] {
      #expect(wait(paging.verdictOfTooLarge()) == .zero)
      #expect(paging.next?.limit == limit)
    }
    #expect(error(paging.verdictOfTooLarge())?.kind == .unavailable)
  }

  @Test func `the address of a question has all characters escaped that could mean something`() {
    let parameters = [SearchParameter("recordedBy", "Å & B=1+2"), SearchParameter("year", "1,*")]
    #expect(
      Service("http://h/v1/").search(parameters, offset: 300, limit: 7)
        == "http://h/v1/occurrence/search?recordedBy=%C3%85%20%26%20B%3D1%2B2&year=1%2C%2A"
        + "&limit=7&offset=300")
  }
}
