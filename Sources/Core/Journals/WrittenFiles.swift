public import ByteStreams
internal import Records

/// The files below a folder that a journal says this kit wrote, by their paths from there on.
///
/// The journal's entries have the members `image`, with `path` and `bytes`, and `modified`; one
/// about a further name of a file has that behind a NUL in its `url`.
public struct WrittenFiles: ~Copyable {
  private var journal: Journal
  private var scanner = RecordScanner()
  private let url: Field
  private let bytes: Field
  private let modified: Field
  private let sent: Member

  /// The files of the journal in `folder`.
  public static func open(_ folder: String) throws(StreamError) -> WrittenFiles {
    WrittenFiles(try .open(folder, byFile: true))
  }

  private init(_ journal: consuming Journal) {
    self.journal = journal
    url = scanner.field(FieldPath(names: ["url"]))
    bytes = scanner.field(FieldPath(names: ["image", "bytes"]))
    modified = scanner.field(FieldPath(names: ["modified"]))
    sent = Member("sent", &scanner)
  }

  /// The state in which a file was written; `nil` where the journal knows no such file.
  public mutating func state(of path: String) throws(StreamError) -> FileState? {
    guard let line = try journal.entry(ofFile: path) else { return nil }
    let (url, state) = read(line)
    if let state { return state }
    // A further name has the state of the file itself.
    guard let first = url.utf8.lastIndex(of: 0),
      let line = try journal.entry(of: String(url[..<first]))
    else { return nil }
    return read(line).state
  }

  /// Notes that a file was sent to `place`, and so is not missing where it is gone.
  public mutating func note(_ path: String, sentTo place: String) throws(StreamError) {
    guard let line = try journal.entry(ofFile: path), let entry = mark(line, sentTo: place)
    else { return }
    let url = read(line).url
    try journal.append(entry, of: url)
  }

  /// An entry with the member `sent`.
  private mutating func mark(_ line: [UInt8], sentTo place: String) -> [UInt8]? {
    let held = HeldLine(line)
    let sent = sent
    guard let record = try? scanner.scan(held.line) else { return nil }
    var value = [UInt8]()
    JSONString.append(place.utf8, to: &value)
    return sent.bytes(of: record, with: value)
  }

  private mutating func read(_ line: [UInt8]) -> (url: String, state: FileState?) {
    let held = HeldLine(line)
    let (url, bytes, modified) = (url, bytes, modified)
    guard let entry = try? scanner.scan(held.line) else { return ("", nil) }
    let key = entry.string(url) ?? ""
    guard let bytes = entry.number(bytes),
      let modified = entry.number(modified)
    else { return (key, nil) }
    return (key, FileState(bytes: bytes, modified: modified))
  }
}
