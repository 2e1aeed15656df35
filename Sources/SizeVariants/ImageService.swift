/// The IIIF Image API, versions 2 and 3, at any host:
/// `…/ID/full/SIZE/ROTATION/QUALITY.FORMAT` (https://iiif.io/api/image/3.0, section 4).
///
/// The whole picture in full size, or in a box that is larger, is asked for as `!S,S`: to fit
/// into a box of this side. A server of version 3 must not enlarge a smaller picture for that;
/// one of version 2 may.
enum ImageService: SizeRule {
  private static let qualities: Set = ["default", "native", "color", "gray", "grey", "bitonal"]
  private static let formats: Set = ["jpg", "jpeg", "png", "tif", "tiff", "webp", "gif", "jp2"]

  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    let count = picture.segments.count
    guard count >= 5, !picture.segments[count - 5].isEmpty, picture.segments[count - 4] == "full",
      isLarger(picture.segments[count - 3], than: side), isRotation(picture.segments[count - 2]),
      let name = FileName(picture.segments[count - 1]), qualities.contains(name.stem),
      formats.contains(name.suffix)
    else { return nil }
    var variant = picture
    variant.segments[count - 3] = "!\(side),\(side)"
    return variant
  }

  /// `full` (version 2), `max`, `res:0` (the first of the resolutions, at the University of
  /// Michigan), or `!W,H`; all others say something that `!S,S` would not say.
  private static func isLarger(_ size: String, than side: Int) -> Bool {
    if ["full", "max", "res:0"].contains(size) { return true }
    guard size.utf8.first == UInt8(ascii: "!") else { return false }
    let sides = size.dropFirst().split(separator: ",", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = ASCII.number(sides[0]), let height = ASCII.number(sides[1])
    else { return false }
    return SizeBox(width: width, height: height).allows(side)
  }

  /// Degrees, mirrored before where a `!` stands.
  private static func isRotation(_ text: String) -> Bool {
    let degrees = text.utf8.first == UInt8(ascii: "!") ? text.dropFirst() : text[...]
    return degrees.utf8.count <= 8
      && ASCII.isAll(degrees) { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
  }
}
