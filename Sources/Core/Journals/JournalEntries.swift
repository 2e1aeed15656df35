public import ByteStreams
internal import Records

/// What the segments of a journal hold: read once, and looked up by key, or by the file of which
/// an entry tells, where that was asked for.
public struct JournalEntries: ~Copyable {
  private static let openAtMost = 256

  private var segments: [Segment] = []
  private var index = JournalIndex()
  private var files: JournalIndex?
  private let member: String

  /// How many keys there are.
  var count: Int { index.count }

  /// No entries yet, whose key is their `member`.
  init(keyedBy member: String, byFile: Bool) {
    self.member = member
    files = byFile ? JournalIndex() : nil
  }

  /// The entries of the journal in `folder`, in which nothing is changed.
  /// - Throws: `StreamError` where it can't be read.
  public static func read(_ folder: String) throws(StreamError) -> JournalEntries {
    var entries = JournalEntries(keyedBy: "url", byFile: false)
    for name in try Directory.names(in: folder) where name.hasSuffix(Segment.suffix) {
      guard let segment = try Segment.open("\(folder)/\(name)") else { continue }
      _ = try entries.read(segment)
    }
    return entries
  }

  /// Reads a segment; `false` where it is empty.
  mutating func read(_ segment: Segment) throws(StreamError) -> Bool {
    var scanner = RecordScanner()
    let key = scanner.field(FieldPath(names: [member]))
    let path = scanner.field(FieldPath(names: ["image", "path"]))
    var offset = 0
    do {
      var lines = try LineReader.files([segment.path])
      while let line = try lines.next() {
        let start = offset
        offset += line.bytes.count + (line.isEnd ? 1 : 0)
        guard let entry = try? scanner.scan(line) else { continue }
        let place = JournalIndex.Place(segment: segments.count, offset: start)
        if let text = entry.text(of: key) { index.note(text.hash(), place) }
        if files == nil { continue }
        if let name = Self.file(entry.string(path), entry.string(key)) {
          files?.note(Self.hash(name), place)
        }
      }
    } catch {
      // Its process has removed it.
      if !segment.hasName { return true }
      throw error
    }
    if offset > 0 { append(segment) }
    return offset > 0
  }

  /// Adds a segment without entries, for those that `note` tells of.
  mutating func append(_ segment: Segment) {
    segments.append(segment)
    // There may be more of them than a process may have open.
    if segments.count > Self.openAtMost { segments[segments.count - 1 - Self.openAtMost].close() }
  }

  /// Notes an entry of a key at an offset in the last segment.
  mutating func note(_ key: String, at offset: Int) {
    index.note(Self.hash(key), .init(segment: segments.count - 1, offset: offset))
  }

  /// The last entry of a key; in rare cases that of another one with the same hash.
  public func entry(of key: String) throws(StreamError) -> [UInt8]? {
    guard let place = index[Self.hash(key)] else { return nil }
    return try segments[place.segment].line(at: place.offset)
  }

  /// The last entry that tells of the file of this name, in rare cases of another one with the
  /// same hash: as its picture's `path`, or behind the NUL in its key.
  func entry(ofFile path: String) throws(StreamError) -> [UInt8]? {
    guard let place = files?[Self.hash(path)] else { return nil }
    return try segments[place.segment].line(at: place.offset)
  }

  /// Whether there is an entry of a key, or in rare cases of another one with the same hash.
  func has(_ key: String) -> Bool { index[Self.hash(key)] != nil }

  /// Lends `take` each entry, oldest segments first; of a key, or of a file, the last one counts.
  func forEach(_ take: (borrowing Line) throws(StreamError) -> Void) throws(StreamError) {
    for segment in segments {
      var lines = try LineReader.files([segment.path])
      while let line = try lines.next() { try take(line) }
    }
  }

  /// The keyed hash of a key or a name.
  static func hash(_ text: String) -> UInt64 { ByteText(text).sipHash }

  /// The file of which an entry tells, if of any.
  static func file(_ path: String?, _ key: String?) -> String? {
    if let path { return path }
    guard let key, let end = key.utf8.lastIndex(of: 0) else { return nil }
    return String(key[key.utf8.index(after: end)...])
  }
}
