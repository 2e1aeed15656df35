/// iNaturalist's photographs, open (Amazon S3) and not: `/photos/ID/SIZE.jpg`.
///
/// The sizes are those of https://github.com/inaturalist/inaturalist-open-data; `square` is cut
/// and therefore none. A variant has the suffix of the original, and pictures smaller than it
/// are not enlarged. A key with other letters would be another (S3 minds their case).
enum INaturalist: SizeRule {
  private static let hosts: Set = [
    "inaturalist-open-data.s3.amazonaws.com", "static.inaturalist.org",
  ]
  private static let sizes = SizeNames(
    ["thumb": 100, "small": 240, "medium": 500, "large": 1024], original: "original")

  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard hosts.contains(picture.host), picture.hasUsualPort, picture.segments.count == 3,
      picture.segments[0] == "photos", ASCII.isAll(picture.segments[1], ASCII.isDigit),
      var name = FileName(picture.segments[2]),
      let size = sizes.smaller(than: name.stem, side: side)
    else { return nil }
    name.stem = size
    var variant = picture
    variant.segments[2] = name.text
    return variant
  }
}
