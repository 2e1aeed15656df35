import ByteStreams
import Pixels

/// Which name the new picture of a file gets.
struct Naming {
  /// Paths of the system are no longer.
  private static let longestPath = 3500

  private let rule: ResizedName
  /// What is left out, with a slash behind it.
  private let start: String

  init(_ options: ImgResize, _ folder: BaseFolder) throws {
    rule = ResizedName(of: options.resizing.kind)
    start = try options.from.map { try folder.place(ofFolder: $0) } ?? ""
  }

  /// The name below the folder of new pictures, of a file at `place`; `nil` where it has none.
  func name(of place: String) -> String? {
    guard place.utf8.starts(with: start.utf8) else { return nil }
    let name = rule.name(of: String(Substring(place.utf8.dropFirst(start.utf8.count))))
    return name.utf8.count <= Self.longestPath ? name : nil
  }

  /// Why a file has none.
  var reason: String { start.isEmpty ? "its path is too long" : "lies outside of \(start)" }
}
