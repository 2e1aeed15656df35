import Fetching
import SizeVariants
import Testing

@testable import img_fetch

/// Which failures of a smaller variant lead to the picture itself.
struct MissingVariantTests {
  @Test(arguments: [400, 401, 403, 404, 405, 406, 410, 414, 415, 422, 501])
  func `a refusal for good is one of the size`(status: Int) {
    let failure = FetchFailure("http_\(status)", http: status)
    #expect(SizeVariant.isMissing(after: failure))
  }

  @Test(arguments: ["empty_body", "html_body", "not_image", "too_many_redirects", "bad_url"])
  func `so is an answer without a picture`(error: String) {
    #expect(SizeVariant.isMissing(after: FetchFailure(error)))
  }

  @Test(arguments: [408, 425, 429, 502, 503, 504])
  func `what may pass does not lead to the picture itself`(status: Int) {
    #expect(!SizeVariant.isMissing(after: FetchFailure(status: status)))
    #expect(!SizeVariant.finalStatuses.contains(status))
  }

  @Test(arguments: ["too_large", "refused_address", "robots_noai", "robots_noimageindex"])
  func `nor does what would befall it too`(error: String) {
    #expect(!SizeVariant.isMissing(after: FetchFailure(error)))
  }
}
