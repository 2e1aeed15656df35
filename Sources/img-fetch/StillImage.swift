/// What a `media.type` says of pictures, by the names that archives have for them.
enum StillImage {
  /// Darwin Core's and Audubon Core's terms of the DCMI type vocabulary, and the one that it
  /// refines (https://www.dublincore.org/specifications/dublin-core/dcmi-type-vocabulary).
  private static let names = ["stillimage", "image"]

  /// Whether a type is that of a still image: its name, with its prefix or as a whole URI, in
  /// letters of any case, or a media type of images (RFC 6838).
  static func isName(_ type: String) -> Bool {
    let type = type.lowercased()
    if type.hasPrefix("image/") { return true }
    return names.contains(String(type.split { "/#:".contains($0) }.last ?? ""))
  }
}
