public import ByteStreams
internal import Records

/// What a journal's entry tells of a file that was written.
struct WrittenEntry {
  let url: String
  /// The file's path, if it tells of any.
  let path: String?
  /// `nil` where it is that of the file of which this is a further name.
  let state: FileState?

  /// The key of the entry of the file of which this is a further name.
  var first: String? { url.utf8.lastIndex(of: 0).map { String(url[..<$0]) } }
}

extension JournalEntries {
  /// Lends `take` the files of which entries tell, each in the state in which it was written: as
  /// often as they tell of it.
  public func forEachFile(
    _ take: (_ path: String, FileState) throws(StreamError) -> Void
  ) throws(StreamError) {
    var reader = WrittenEntryReader()
    try forEach { line throws(StreamError) in
      guard let entry = reader.read(line), let path = entry.path,
        let state = try state(in: entry)
      else { return }
      try take(path, state)
    }
  }

  /// The state in which the file of an entry was written; a further name has that of the file
  /// itself.
  func state(in entry: WrittenEntry) throws(StreamError) -> FileState? {
    if let state = entry.state { return state }
    guard let first = entry.first, let line = try self.entry(of: first) else { return nil }
    var reader = WrittenEntryReader()
    return reader.read(line)?.state
  }
}

/// Reads what entries tell of files.
struct WrittenEntryReader: ~Copyable {
  private var scanner = RecordScanner()
  private let url, path, bytes, modified: Field

  init() {
    url = scanner.field(FieldPath(names: ["url"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
    bytes = scanner.field(FieldPath(names: ["image", "bytes"]))
    modified = scanner.field(FieldPath(names: ["modified"]))
  }

  /// `nil` where the line is no entry.
  mutating func read(_ line: borrowing Line) -> WrittenEntry? {
    let (url, path, bytes, modified) = (url, path, bytes, modified)
    guard let entry = try? scanner.scan(line) else { return nil }
    let key = entry.string(url) ?? ""
    var state: FileState?
    if let bytes = entry.number(bytes), let modified = entry.number(modified) {
      state = FileState(bytes: bytes, modified: modified)
    }
    return WrittenEntry(
      url: key, path: JournalEntries.file(entry.string(path), key), state: state)
  }

  mutating func read(_ line: [UInt8]) -> WrittenEntry? {
    let held = HeldLine(line)
    return read(held.line)
  }
}
