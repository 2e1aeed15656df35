/// Files of earlier runs that are a URL's own, and may be written again.
struct OwnFiles: Sendable {
  /// Where its picture was.
  let path: String?
  /// Unfinished names of its picture, by processes that were killed before they could tell
  /// which other name they had given it.
  let leftovers: [String]

  /// Whether the file at `path` is one of them; paths are counted from `base` on.
  func contain(_ path: String, base: String) -> Bool {
    if let own = self.path, ByteText(own) == ByteText(path) { return true }
    if leftovers.isEmpty { return false }
    guard let file = FileIdentity(of: base + path) else { return false }
    return leftovers.contains { FileIdentity(of: $0) == file }
  }
}
