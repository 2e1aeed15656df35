import ByteStreams
import Digests
import FileNames
import Images

/// The name of a new picture: that of the one that it is made of, with the extension of its
/// format behind it unless it has that already.
///
/// No two names give the same, so that it does not matter which picture comes first.
struct ResizedName {
  /// What stands between a name without the extension of a picture and the new one.
  private static let noExtension = "file"
  private static let extensions =
    Set(ImageKind.allCases.flatMap { [$0.rawValue, $0.fileExtension] }).union(["heif"])
  /// A file's name is no longer, in bytes.
  private static let longest = 255

  private let kind: ImageKind

  /// Names of pictures of this format.
  init(of kind: ImageKind) { self.kind = kind }

  /// The name for a path without dots and links, such as `raw/123/abc.png`.
  func name(of path: String) -> String {
    let name = whole(path)
    let file = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) }
    let start = file ?? name.startIndex
    if name[start...].utf8.count <= Self.longest { return name }
    let long = String(name[start...])
    let end = "-\(Digest.hexadecimal(.sha1, of: long)).\(kind.fileExtension)"
    return name[..<start] + FileNamePart.cut(long, to: Self.longest, end)
  }

  private func whole(_ path: String) -> String {
    let (stem, last) = Self.split(path)
    guard let last, Self.extensions.contains(last.lowercased()) else {
      return "\(path).\(Self.noExtension).\(kind.fileExtension)"
    }
    // What ends like one of our own longer names gets a longer one itself.
    if last == kind.fileExtension, !Self.looksExtended(stem) { return path }
    return "\(path).\(kind.fileExtension)"
  }

  private static func looksExtended(_ stem: Substring) -> Bool {
    guard let last = split(String(stem)).extension else { return false }
    return last == noExtension || extensions.contains(last.lowercased())
  }

  /// What stands before and behind the last dot of the file's name.
  private static func split(_ path: String) -> (stem: Substring, extension: String?) {
    let file = path.fileName.startIndex
    guard let dot = path[file...].lastIndex(of: "."), dot > file else { return (path[...], nil) }
    return (path[..<dot], String(path[path.index(after: dot)...]))
  }
}
