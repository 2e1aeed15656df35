import ByteStreams
import Fetching

/// A further name of a picture that is there: one photograph under two species.
struct FurtherName {
  let name: String
  /// The name that the picture has.
  let path: String
  /// What a copy is called until it is whole.
  let unfinished: String

  /// Whether both names lead to the same bytes: one file, or a copy with its time.
  var isThere: Bool {
    guard let state = FileState(of: name) else { return false }
    return state == FileState(of: path)
  }

  /// Gives the name, by a hard link or a copy; `false` where another file has it.
  func give() throws(StreamError) -> Bool {
    try NewName.give(name, to: path, unfinished: unfinished)
  }

  /// Gives the name in place of what the picture was under it before.
  func renew() throws(StreamError) {
    try NewName.renew(name, with: path, unfinished: unfinished)
  }

  /// Whether what has the name is the same picture, as another process may have fetched it.
  func hasSameBytes() throws(StreamError) -> Bool { try NewName.haveSameBytes(name, path) }
}
