import Fetching
import Testing

@testable import img_fetch

/// What becomes of a picture against which a record says something.
struct DoubtTests {
  @Test(
    arguments: [
      ("changed", false, false, .again), ("changed", true, false, .unfounded),
      ("changed", true, true, .unfounded), ("missing", true, false, .unfounded),
      ("unreadable", false, false, .again), ("undecodable", false, false, .again),
      ("undecodable", true, false, .founded), ("undecodable", true, true, .again),
      ("not_image", true, false, .founded), ("http_404", true, false, .unfounded),
    ] as [(String, Bool, Bool, Doubt.Verdict)])
  func `a file that is not as it came is fetched again`(
    error: String, isAsItCame: Bool, retriesFailed: Bool, verdict: Doubt.Verdict
  ) {
    let doubt = Doubt(path: "a.jpg", failure: FetchFailure(error))
    #expect(doubt.verdict(isAsItCame: isAsItCame, retriesFailed: retriesFailed) == verdict)
  }
}
