import GBIF
import GBIFClient
import Testing

@testable import Fetching
@testable import Transfers

/// What a call came to.
struct ServiceAnswerTests {
  @Test(
    arguments: [
      (nil, nil), (31, 31), (3600, 3600), (3601, 3600), (Int.max, 3600),
    ] as [(Int?, Int?)])
  func `a service may ask for an hour, and for no longer`(_ asked: Int?, _ seconds: Int?) throws {
    let head = ResponseHead(status: 429, fields: [], retryAfter: asked)
    let result = FetchResult(
      job: 1, failure: FetchFailure(status: 429), head: head, url: "http://h/", attempts: 1)
    guard case .http(429, _, let retryAfter) = ServiceAnswer(result, AnswerBody()) else {
      throw Unexpected()
    }
    #expect(retryAfter == seconds.map { .seconds($0) })
  }
}
