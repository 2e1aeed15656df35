import ByteStreams
import Glibc
import ImageRecords
import Invocation
import Journals

/// The folder whose files are pruned.
struct PrunedFolder {
  /// What the places of files in it begin with, from the base folder on: without links.
  let prefix: String
  /// The folder as its user knows it.
  let path: String
  /// The folders of its journals.
  let journals: [String]

  /// - Throws: `StreamError` where it does not lie below `base`, and `Failure` where no tool
  ///   of this kit wrote in it.
  init(_ path: String, in base: BaseFolder) throws {
    let prefix = try base.place(ofFolder: path)
    self.prefix = prefix
    self.path = path
    journals = PictureFolder.journals.map { base.name(of: prefix + $0) }
      .filter { unsafe access($0 + "/", F_OK) == 0 }
    if journals.isEmpty {
      throw Failure(
        .noInput, "\(path): holds no journal (.img-fetch or .img-resize): nothing in it is pruned")
    }
  }

  /// The path of a file in it, for people.
  func path(of place: String) -> String {
    PictureFolder.prefix(of: path) + String(Substring(place.utf8.dropFirst(prefix.utf8.count)))
  }
}
