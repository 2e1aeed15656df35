import ByteStreams

/// Folders below another in which this kit wrote files that are gone.
struct EmptiedFolders {
  /// What the places of all begin with.
  private let prefix: String
  /// Bytes, as two spellings of a letter would be one name to a `String`.
  private var folders: Set<[UInt8]> = []

  init(below prefix: String) { self.prefix = prefix }

  /// Notes the folder of the file at a place, and those in which it lies.
  mutating func note(folderOf place: String) {
    var folder = Array(place.utf8)
    while let slash = folder.lastIndex(of: UInt8(ascii: "/")), slash >= prefix.utf8.count {
      folder.removeLast(folder.count - slash)
      if !folders.insert(folder).inserted { return }
    }
  }

  /// Removes those in which nothing is left, the inner ones first; how many these were.
  func remove(in base: BaseFolder) throws(StreamError) -> Int {
    var count = 0
    // What lies in a folder has a longer name than that.
    for folder in folders.sorted(by: { $0.count > $1.count }) {
      guard let names = base.names(of: String(decoding: folder, as: UTF8.self)) else { continue }
      if try base.removeFolder(names) { count += 1 }
    }
    return count
  }
}
