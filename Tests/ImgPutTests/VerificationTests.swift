import Fetching
import Testing

@testable import img_put

/// What follows from the answer to a question about a file that was sent.
struct VerificationTests {
  @Test(arguments: [(nil, "untold"), (10, "confirmed"), (9, "size_differs"), (0, "size_differs")])
  func `a size is the one that was sent, or it is another`(length: Int?, word: String) {
    #expect(Self.word(Verification(failure: nil, length: length, size: 10)) == word)
  }

  @Test(arguments: [
    (401, "untold"), (403, "untold"), (405, "untold"), (501, "untold"), (404, "missing"),
    (410, "missing"), (500, "http_500"), (429, "http_429"), (301, "http_301"), (400, "http_400"),
  ])
  func `a status says where the file is, or nothing`(status: Int, word: String) {
    let failure = FetchFailure(status: status)
    #expect(Self.word(Verification(failure: failure, length: 10, size: 10)) == word)
  }

  @Test func `a file that went away may be sent again`() {
    let failure = FetchFailure("not_found")
    guard case .otherwise(let missing) = Verification(failure: failure, length: nil, size: 1) else {
      Issue.record("not a failure")
      return
    }
    #expect(missing.error == "missing")
    #expect(missing.isTemporary)
  }

  private static func word(_ confirmation: Verification) -> String {
    switch confirmation {
    case .confirmed: "confirmed"
    case .untold: "untold"
    case .otherwise(let failure), .failed(let failure): failure.error
    }
  }
}
