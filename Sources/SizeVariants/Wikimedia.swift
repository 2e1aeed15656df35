/// What the rules about Wikimedia's pictures have in common.
///
/// Thumbnails are asked for by width, and only in steps: others are refused. One as wide as the
/// side wanted has a longer side that is as long or longer. None is made that would be wider than
/// the picture. https://www.mediawiki.org/wiki/Common_thumbnail_sizes
enum Wikimedia {
  private static let widths = [20, 40, 60, 120, 250, 330, 500, 960, 1280, 1920, 3840]

  /// The narrowest thumbnail that is wide enough.
  static func width(side: Int) -> Int? { widths.first { $0 >= side } }

  /// The suffixes of pictures of which thumbnails are made; of other files too, but those have
  /// pages or moments to choose from.
  static let suffixes: Set = ["jpg", "jpeg", "png", "gif", "tif", "tiff", "svg"]

  /// The name of the first thumbnail of the file `name`; `nil` where that is not sure.
  ///
  /// A TIFF has pages, and its thumbnails are JPEGs; those of drawings are PNGs.
  static func thumbnail(of name: String, width: Int) -> String? {
    guard let suffix = FileName(name)?.suffix.lowercased(), suffixes.contains(suffix),
      isShort(name)
    else { return nil }
    switch suffix {
    case "tif", "tiff": return "lossy-page1-\(width)px-\(name).jpg"
    case "svg": return "\(width)px-\(name).png"
    default: return "\(width)px-\(name)"
    }
  }

  /// Thumbnails of files with longer names are called `thumbnail`.
  private static func isShort(_ name: String) -> Bool {
    let escapes = name.utf8.count { $0 == UInt8(ascii: "%") }
    return name.utf8.count - 2 * escapes <= 160
  }

  /// Whether these are the two folders of a file, after the first digits of its name's hash:
  /// `a` and `ab`.
  static func areFolders(_ first: String, _ second: String) -> Bool {
    first.utf8.count == 1 && second.utf8.count == 2 && second.hasPrefix(first)
      && ASCII.isAll(second, ASCII.isHexadecimal)
  }
}
