public import ByteStreams
internal import Records

/// The files below a folder that a journal says this kit wrote, by their paths from there on.
///
/// The journal's entries have the members `image`, with `path` and `bytes`, and `modified`; one
/// about a further name of a file has that behind a NUL in its `url`.
public struct WrittenFiles: ~Copyable {
  private var journal: Journal
  private var reader = WrittenEntryReader()
  private var scanner = RecordScanner()
  private let sent: Member

  /// The files of the journal in `folder`.
  public static func open(_ folder: String) throws(StreamError) -> WrittenFiles {
    WrittenFiles(try .open(folder, byFile: true))
  }

  private init(_ journal: consuming Journal) {
    self.journal = journal
    sent = Member("sent", &scanner)
  }

  /// Whether another process that is still there has opened the journal.
  public var isShared: Bool {
    get throws(StreamError) { try journal.isShared }
  }

  /// The state in which a file was written; `nil` where the journal knows no such file.
  public mutating func state(of path: String) throws(StreamError) -> FileState? {
    guard let line = try journal.entry(ofFile: path), let entry = reader.read(line) else {
      return nil
    }
    return try state(in: entry)
  }

  /// A further name has the state of the file itself.
  private func state(in entry: WrittenEntry) throws(StreamError) -> FileState? {
    if let state = entry.state { return state }
    guard let first = entry.first, let line = try journal.entry(of: first) else { return nil }
    var reader = WrittenEntryReader()
    return reader.read(line)?.state
  }

  /// Lends `take` the files, each in the state in which it was written: as often as entries tell
  /// of it, the first time in that of its first entry.
  public func forEach(
    _ take: (_ path: String, FileState) throws(StreamError) -> Void
  ) throws(StreamError) {
    var entries = WrittenEntryReader()
    try journal.forEachEntry { line throws(StreamError) in
      guard let entry = entries.read(line), let path = entry.path,
        let state = try state(in: entry)
      else { return }
      try take(path, state)
    }
  }

  /// Notes that a file was sent to `place`, and so is not missing where it is gone.
  public mutating func note(_ path: String, sentTo place: String) throws(StreamError) {
    guard let line = try journal.entry(ofFile: path), let entry = mark(line, sentTo: place),
      let url = reader.read(line)?.url
    else { return }
    try journal.append(entry, of: url)
  }

  /// An entry with the member `sent`.
  private mutating func mark(_ line: [UInt8], sentTo place: String) -> [UInt8]? {
    let held = HeldLine(line)
    let sent = sent
    guard let record = try? scanner.scan(held.line) else { return nil }
    return sent.bytes(of: record, with: JSONString.bytes(of: place))
  }
}
