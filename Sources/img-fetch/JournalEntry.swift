import Records

/// What the journal keeps of a URL.
enum JournalEntry {
  case fetched(Picture, FileState)
  case failed(Failed)

  /// The entry's JSON, of the URL as the records have it.
  func json(url: String) -> [UInt8] {
    var entry = JSONObject()
    entry.add("url", url)
    switch self {
    case .fetched(let picture, let state):
      entry.add("modified", state.modified)
      entry.add("image", picture.json)
    case .failed(let failed): entry.add("image", failed.json)
    }
    return entry.bytes
  }
}
