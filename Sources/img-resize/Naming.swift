import ByteStreams
import Pixels

/// Which name the new picture of a file gets.
struct Naming {
  /// Paths of the system are no longer.
  private static let longestPath = 3500

  private let rule: ResizedName
  private let folder: BaseFolder
  private let from: String?
  /// What is left out, with a slash behind it.
  ///
  /// It is looked for when the first picture is there: in a pipeline the folder is made by the
  /// tool before, perhaps after this one has begun.
  private var start: String?

  init(_ options: ImgResize, _ folder: BaseFolder) {
    rule = ResizedName(of: options.resizing.kind)
    self.folder = folder
    from = options.from
  }

  /// The name below the folder of new pictures, of a file at `place`; `nil` where it has none.
  /// - Throws: `StreamError` where what is to be left out is no folder.
  mutating func name(of place: String) throws(StreamError) -> String? {
    let start = try leftOut()
    guard place.utf8.starts(with: start.utf8) else { return nil }
    let name = rule.name(of: String(Substring(place.utf8.dropFirst(start.utf8.count))))
    return name.utf8.count <= Self.longestPath ? name : nil
  }

  private mutating func leftOut() throws(StreamError) -> String {
    if let start { return start }
    var found = ""
    if let from { found = try folder.place(ofFolder: from) }
    start = found
    return found
  }

  /// Why a file has none.
  var reason: String {
    (start ?? "").isEmpty ? "its path is too long" : "lies outside of \(start ?? "")"
  }
}
