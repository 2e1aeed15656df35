/// A thumbnail of a file of a Wikimedia project:
/// `/wikipedia/commons/thumb/a/ab/NAME/1280px-NAME`.
enum WikimediaThumbnail: SizeRule {
  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard picture.host == "upload.wikimedia.org", picture.hasUsualPort,
      picture.segments.count == 7, picture.segments[0] == "wikipedia",
      picture.segments[2] == "thumb",
      Wikimedia.areFolders(picture.segments[3], picture.segments[4]),
      let width = Wikimedia.width(side: side),
      let thumbnail = narrowed(picture.segments[6], of: picture.segments[5], to: width)
    else { return nil }
    var variant = picture
    variant.segments[6] = thumbnail
    return variant
  }

  /// `WORDS-1280pxREST`, where the rest is `-NAME` or that with a suffix; `nil` where it is not
  /// wider.
  private static func narrowed(_ thumbnail: String, of name: String, to width: Int) -> String? {
    for index in thumbnail.indices where thumbnail[index...].hasPrefix("px-") {
      let rest = thumbnail[index...].dropFirst(2)
      let digits = thumbnail[..<index].reversed().prefix { $0.isASCII && $0.isNumber }.count
      let words = thumbnail[..<index].dropLast(digits)
      guard isRest(rest, of: name), words.isEmpty || words.last == "-",
        let own = ASCII.number(thumbnail[..<index].suffix(digits)), width < own
      else { continue }
      return "\(words)\(width)px\(rest)"
    }
    return nil
  }

  private static func isRest(_ rest: Substring, of name: String) -> Bool {
    [name, name + ".jpg", name + ".png"].contains { rest.utf8.dropFirst().elementsEqual($0.utf8) }
  }
}
