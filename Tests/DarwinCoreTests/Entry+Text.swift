@testable import DarwinCore

/// A key and a value as texts.
struct TextEntry: Equatable {
  var key: String
  var value: String

  init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }

  init(_ entry: Entry) {
    key = unsafe String(decoding: entry.key, as: UTF8.self)
    value = unsafe String(decoding: entry.value, as: UTF8.self)
  }

  /// Lends the entry.
  func withEntry<Result>(_ body: (Entry) throws -> Result) rethrows -> Result {
    let (key, value) = (Array(key.utf8), Array(value.utf8))
    return try unsafe key.withUnsafeBufferPointer { key in
      try unsafe value.withUnsafeBufferPointer { try body(unsafe Entry(key, $0)) }
    }
  }
}

extension EntryList {
  /// All entries, after the writing is ended.
  func texts() throws -> [TextEntry] {
    let reader = EntryReader(self)
    var texts = [TextEntry]()
    while let entry = try reader.take() { texts.append(TextEntry(entry)) }
    return texts
  }
}
