/// Flickr's photographs: `/SERVER/ID_SECRET_SIZE.jpg`, the size of 500 pixels without a letter.
///
/// The sizes are those of https://www.flickr.com/services/api/misc.urls.html. Those below 1600
/// pixels have one secret in common; each larger one and the original have their own, which
/// nobody can tell, so that nothing follows from their URLs. `s` and `q` are cut. Not every
/// photograph has every size.
enum Flickr: SizeRule {
  private static let sizes = SizeNames([
    "t": 100, "m": 240, "n": 320, "w": 400, "": 500, "z": 640, "c": 800, "b": 1024,
  ])

  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress? {
    guard isHost(picture.host), picture.hasUsualPort, let last = picture.segments.last,
      2...3 ~= picture.segments.count,
      picture.segments.dropLast().allSatisfy({ ASCII.isAll($0, ASCII.isDigit) }),
      var name = FileName(last), let stem = stem(name.stem, side: side)
    else { return nil }
    name.stem = stem
    var variant = picture
    variant.segments[variant.segments.count - 1] = name.text
    return variant
  }

  /// `ID_SECRET` or `ID_SECRET_SIZE`, with another size.
  private static func stem(_ stem: String, side: Int) -> String? {
    let words = stem.split(separator: "_", omittingEmptySubsequences: false)
    guard 2...3 ~= words.count, ASCII.isAll(words[0], ASCII.isDigit),
      ASCII.isAll(words[1], ASCII.isHexadecimal), words.count == 2 || !words[2].isEmpty,
      let size = sizes.smaller(than: words.count == 3 ? String(words[2]) : "", side: side)
    else { return nil }
    return "\(words[0])_\(words[1])" + (size.isEmpty ? "" : "_" + size)
  }

  /// `live.staticflickr.com`, and the numbered hosts of earlier years.
  private static func isHost(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = labels.first else { return false }
    let domain = labels.dropFirst().joined(separator: ".")
    switch first.first {
    case "f":
      return isNumbered(first, "farm")
        && ["staticflickr.com", "static.flickr.com"].contains(domain)
    case "c": return isNumbered(first, "c") && domain == "staticflickr.com"
    default: return first == "live" && domain == "staticflickr.com"
    }
  }

  private static func isNumbered(_ label: Substring, _ word: String) -> Bool {
    label.hasPrefix(word) && ASCII.isAll(label.dropFirst(word.count), ASCII.isDigit)
  }
}
