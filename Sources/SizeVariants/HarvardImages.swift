/// Harvard's Image Delivery Service: `/ids/view/ID?width=W&height=H`, a box into which the
/// picture is made to fit, of 2400 pixels at most.
///
/// Without such words it sends a size of its own choice, which may well be smaller than what
/// would be asked for: such a URL has no variant.
/// https://harvardwiki.atlassian.net/wiki/x/ZYWUAg
enum HarvardImages: SizeRule {
  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard picture.host == "ids.lib.harvard.edu", picture.hasUsualPort,
      picture.segments.count == 3, picture.segments[0] == "ids", picture.segments[1] == "view",
      ASCII.isAll(picture.segments[2], ASCII.isDigit), let query = picture.query,
      let box = box(query), box.allows(side), side < 2400
    else { return nil }
    var variant = picture
    variant.query = "width=\(side)&height=\(side)"
    return variant
  }

  /// `nil` where other words are among them, or one of them twice.
  private static func box(_ query: String) -> SizeBox? {
    var sides: [Substring: Int] = [:]
    for word in query.split(separator: "&", omittingEmptySubsequences: false) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, ["width", "height"].contains(parts[0]), sides[parts[0]] == nil,
        let side = ASCII.number(parts[1])
      else { return nil }
      sides[parts[0]] = side
    }
    return SizeBox(width: sides["width"], height: sides["height"])
  }
}
