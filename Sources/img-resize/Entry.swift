import ByteStreams
import ImageRecords
import Records

/// What the journal keeps of a new picture; its path is counted from their folder on, so that
/// this may be moved.
struct Entry {
  let picture: PictureFile
  /// The state of the file that it was made of.
  let source: FileState
  /// How it was made.
  let manner: String
  /// The state of its own file.
  let state: FileState
  /// Whether it was sent away since, and so is not missing where it is gone.
  var isSent = false

  /// The entry's JSON.
  var json: [UInt8] {
    var source = JSONObject()
    source.add("bytes", self.source.bytes)
    source.add("modified", self.source.modified)
    var entry = JSONObject()
    entry.add("name", picture.path)
    entry.add("source", source)
    entry.add("manner", manner)
    entry.add("modified", state.modified)
    entry.add("image", picture.json)
    return entry.bytes
  }
}

/// Reads the journal's entries.
struct EntryReader: ~Copyable {
  private var scanner = RecordScanner()
  private let name, bytes, changed, manner, modified, sent: Field
  private let image: ImageFields

  init() {
    name = scanner.field(FieldPath(names: ["name"]))
    bytes = scanner.field(FieldPath(names: ["source", "bytes"]))
    changed = scanner.field(FieldPath(names: ["source", "modified"]))
    manner = scanner.field(FieldPath(names: ["manner"]))
    modified = scanner.field(FieldPath(names: ["modified"]))
    sent = scanner.field(FieldPath(names: ["sent"]))
    image = ImageFields(&scanner)
  }

  /// What `line` says of the picture of this name; `nil` where it speaks of another or can't be
  /// understood.
  mutating func read(_ line: [UInt8], of name: String) -> Entry? {
    let held = HeldLine(line)
    let (field, bytes, changed) = (self.name, bytes, changed)
    let (manner, modified, sent, image) = (manner, modified, sent, image)
    guard let record = try? scanner.scan(held.line), let text = record.text(of: field),
      text.equals(Array(name.utf8)[...]), let picture = image.picture(in: record),
      let bytes = record.number(bytes), let changed = record.number(changed),
      let manner = record.string(manner), let modified = record.number(modified)
    else { return nil }
    return Entry(
      picture: picture, source: FileState(bytes: bytes, modified: changed), manner: manner,
      state: FileState(bytes: picture.bytes, modified: modified), isSent: record.has(sent))
  }
}
