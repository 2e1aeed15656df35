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

  /// The state in which a file was written; `nil` where the journal knows no such file.
  public mutating func state(of path: String) throws(StreamError) -> FileState? {
    guard let line = try journal.entry(ofFile: path), let entry = reader.read(line) else {
      return nil
    }
    return try journal.state(in: entry)
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
