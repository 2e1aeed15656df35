/// Pl@ntNet's photographs: `/image/o/HASH`, where `o` is the original and `m` a smaller one.
///
/// How large `m` is stands nowhere; it is asked for only where it is large enough by any account.
enum PlantNet: SizeRule {
  private static let sizes = SizeNames(["m": 300], original: "o")

  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard picture.host == "bs.plantnet.org", picture.hasUsualPort, picture.segments.count >= 3,
      [["image"], ["v1", "image"]].contains(picture.segments.dropLast(2)),
      picture.segments.last.map({ ASCII.isAll($0, ASCII.isHexadecimal) }) == true
    else { return nil }
    let place = picture.segments.count - 2
    guard let size = sizes.smaller(than: picture.segments[place], side: side) else { return nil }
    var variant = picture
    variant.segments[place] = size
    return variant
  }
}
