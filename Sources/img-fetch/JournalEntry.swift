import ByteStreams
import Fetching
import ImageRecords
import Records

/// What the journal keeps of a URL.
enum JournalEntry {
  /// With the side that was asked for where it is a smaller variant, and whether it was sent away
  /// since.
  case fetched(PictureFile, FileState, side: Int?, isSent: Bool = false)
  /// With the limit of bytes that held then.
  case failed(Failed, limit: Int?)
  /// The name that it was to get had another picture.
  case taken(String)
  /// A further name that it got; the entry's URL is followed by that.
  case named(isSent: Bool = false)

  /// What stands for the URL of an entry about one of its further names.
  static func key(of name: String, url: String) -> String { "\(url)\0\(name)" }

  /// The entry's JSON, of the URL as the records have it.
  func json(url: String) -> [UInt8] {
    var entry = JSONObject()
    entry.add("url", url)
    switch self {
    case .fetched(let picture, let state, let side, _):
      entry.add("modified", state.modified)
      entry.add("side", side)
      entry.add("image", picture.json)
    case .failed(let failed, let limit):
      if failed.failure.error == "too_large" { entry.add("limit", limit) }
      entry.add("image", failed.json)
    case .taken(let path): entry.add("taken", path)
    case .named: break
    }
    return entry.bytes
  }
}
