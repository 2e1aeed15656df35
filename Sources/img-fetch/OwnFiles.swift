import ByteStreams
import Records

/// Files of earlier runs that are a URL's own, and may be written again.
struct OwnFiles: Sendable {
  /// Where its picture was.
  let path: String?
  /// Further names of it, among those that the picture may get now.
  let furtherNames: [String]
  /// Unfinished names of its picture, by processes that were killed before they could tell
  /// which other name they had given it.
  let leftovers: [String]
  /// Whether the picture is there as it was left, and only smaller than is wanted now.
  let isWhole: Bool

  /// Whether the file at `path` is one of them; paths are counted from `base` on.
  func contain(_ path: String, base: String) -> Bool {
    let own = furtherNames + (self.path.map { [$0] } ?? [])
    if own.contains(where: { ByteText($0) == ByteText(path) }) { return true }
    if leftovers.isEmpty { return false }
    guard let file = FileIdentity(of: base + path) else { return false }
    return leftovers.contains { FileIdentity(of: $0) == file }
  }
}
