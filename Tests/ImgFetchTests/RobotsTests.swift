import Testing
import Transfers

@testable import Fetching
@testable import Transfers
@testable import img_fetch

/// What hosts ask of robots.
struct RobotsTests {
  @Test(arguments: [
    (["noai"], "robots_noai"), (["all, NoIndex"], "robots_noindex"),
    (["noimageindex"], "robots_noimageindex"), (["all", "noimageai"], "robots_noimageai"),
    ([" noai , noimageai"], "robots_noai"), (["gbifxdl: noai"], "robots_noai"),
    (["nofollow, GBIFXDL: NoImageAI"], "robots_noimageai"),
  ])
  func `who may not be used for learning or indexes is refused`(
    values: [String], error: String
  ) throws {
    let failure = try #require(Robots.refusal(of: head(values)))
    #expect(failure.error == error)
    #expect(!failure.isTemporary)
    #expect(Robots.isRefusal(failure))
  }

  @Test(arguments: [
    [], [""], ["all"], ["nofollow, noarchive"], ["otherbot: noindex"], ["noindexing"],
    ["unavailable_after: 25 Jun 2030 15:00:00 PST"],
  ])
  func `all else is not`(values: [String]) {
    #expect(Robots.refusal(of: head(values)) == nil)
  }

  private func head(_ values: [String]) -> ResponseHead {
    ResponseHead(
      status: 200, fields: values.map { ("x-robots-tag", $0) },
      retryAfter: nil)
  }
}
