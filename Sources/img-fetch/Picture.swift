import Images
import Records

/// A picture that was fetched, as the member `image` tells of it.
struct Picture: Sendable {
  var path: String
  let bytes: Int
  let sha256: String
  let header: ImageHeader
  let url: String

  /// The member's JSON.
  var json: JSONObject {
    var image = JSONObject()
    image.add("status", "ok")
    image.add("path", path)
    image.add("bytes", bytes)
    image.add("sha256", sha256)
    image.add("format", header.kind.rawValue)
    image.add("width", header.width)
    image.add("height", header.height)
    image.add("orientation", header.orientation)
    if !header.isComplete { image.add("complete", false) }
    image.add("url", url)
    return image
  }
}
