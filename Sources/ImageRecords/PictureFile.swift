public import Images
public import Records

/// A picture that is there, as the member `image` tells of it.
public struct PictureFile: Sendable {
  /// No file of a picture that is decoded is larger, in bytes.
  public static let largestDecoded = 1 << 30
  /// What a picture says of itself is looked for in so many bytes of its file.
  public static let longestHeader = 1 << 26

  /// Where it lies.
  public var path: String
  /// How long it is.
  public let bytes: Int
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public let sha256: String
  /// What its bytes say of it.
  public let header: ImageHeader
  /// Where it came from; `nil` where that is not known.
  public var url: String?

  /// A picture of which all of this is known.
  public init(path: String, bytes: Int, sha256: String, header: ImageHeader, url: String?) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.header = header
    self.url = url
  }

  /// The member's JSON.
  public var json: JSONObject {
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
