/// The pages of Wikimedia Commons that redirect to a file: `/wiki/Special:FilePath/NAME` and
/// `/wiki/Special:Redirect/file/NAME`, with `?width=W` to a thumbnail.
enum WikimediaRedirect: SizeRule {
  static let furtherHosts = ["upload.wikimedia.org"]

  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard picture.host == "commons.wikimedia.org", picture.hasUsualPort,
      isPage(picture.segments.dropLast()),
      let suffix = picture.segments.last.flatMap({ FileName($0) })?.suffix.lowercased(),
      Wikimedia.suffixes.contains(suffix), let width = Wikimedia.width(side: side),
      isWider(picture.query, than: width)
    else { return nil }
    var variant = picture
    variant.query = "width=\(width)"
    return variant
  }

  private static func isPage(_ segments: ArraySlice<String>) -> Bool {
    let words = segments.map { $0.lowercased().replacing("%3a", with: ":") }
    return [["wiki", "special:filepath"], ["wiki", "special:redirect", "file"]].contains(words)
  }

  private static func isWider(_ query: String?, than width: Int) -> Bool {
    guard let query, !query.isEmpty else { return true }
    guard query.hasPrefix("width="), let own = ASCII.number(query.dropFirst(6)) else {
      return false
    }
    return width < own
  }
}
