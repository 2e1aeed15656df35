/// A file of a Wikimedia project: `/wikipedia/commons/a/ab/NAME`.
enum WikimediaFile: SizeRule {
  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard picture.host == "upload.wikimedia.org", picture.hasUsualPort,
      picture.segments.count == 5, picture.segments[0] == "wikipedia",
      Wikimedia.areFolders(picture.segments[2], picture.segments[3]),
      let width = Wikimedia.width(side: side),
      let thumbnail = Wikimedia.thumbnail(of: picture.segments[4], width: width)
    else { return nil }
    var variant = picture
    variant.segments.insert("thumb", at: 2)
    variant.segments.append(thumbnail)
    return variant
  }
}
