import Journals

extension Folder {
  /// Where the journals of these tests are.
  var journal: String { file("journal") }

  /// Opens the journal, adds entries, and lets go of it as a process does that ends.
  func keep(_ entries: (url: String, state: String)...) throws {
    var journal = try Journal.open(journal)
    for (url, state) in entries { try journal.append(entry(url, state), of: url) }
  }

  /// What the journal says of a URL.
  func state(of url: String) throws -> String? {
    let journal = try Journal.open(journal)
    return try journal.entry(of: url).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of the journal's files, but for its lock.
  var segments: [String] {
    get throws { try Folder.names(in: journal).filter { $0 != "lock" } }
  }
}

/// An entry as JSON.
func entry(_ url: String, _ state: String) -> [UInt8] {
  Array("{\"url\":\"\(url)\",\"state\":\"\(state)\"}".utf8)
}
