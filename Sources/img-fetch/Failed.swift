import Fetching
import Records

/// A picture that was not fetched, as the member `image` tells of it.
struct Failed: Sendable {
  let failure: FetchFailure
  let attempts: Int

  /// The member's JSON.
  var json: JSONObject {
    var image = JSONObject()
    image.add("status", "failed")
    image.add("error", failure.error)
    image.add("http", failure.http)
    image.add("attempts", attempts)
    image.add("message", failure.message)
    image.add("retry", failure.isTemporary)
    return image
  }
}
