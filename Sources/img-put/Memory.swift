import ByteStreams
import Glibc
import Journals
import Records

/// What was sent in earlier runs, and in this one: a journal in the base folder.
struct Memory: ~Copyable {
  static let folder = ".img-put"

  /// What is known of a file that was sent.
  struct Sent: Equatable {
    let upload: Upload
    let sha256: String
    /// That of the file here, when it was sent.
    let state: FileState
  }

  /// `nil` where there is none, and none is to be made.
  private var journal: Journal?
  private var scanner = RecordScanner()
  private let key: Field
  private let sha256: Field
  private let modified: Field
  private let url: Field
  private let bytes: Field
  private let checked: Field

  /// The journal of a folder; a dry run makes none.
  static func open(below base: String, isDry: Bool) throws(StreamError) -> Memory {
    let folder = "\(base)/\(folder)"
    let isThere = unsafe access(folder, F_OK) == 0
    return Memory(isDry && !isThere ? nil : try .open(folder))
  }

  private init(_ journal: consuming Journal?) {
    self.journal = journal
    key = scanner.field(FieldPath(names: ["url"]))
    sha256 = scanner.field(FieldPath(names: ["sha256"]))
    modified = scanner.field(FieldPath(names: ["modified"]))
    url = scanner.field(FieldPath(names: ["upload", "url"]))
    bytes = scanner.field(FieldPath(names: ["upload", "bytes"]))
    checked = scanner.field(FieldPath(names: ["upload", "checked"]))
  }

  /// What is known of the file that has this key.
  mutating func recall(_ key: String) throws -> Sent? {
    guard let line = try journal?.entry(of: key) else { return nil }
    let held = HeldLine(line)
    let (field, sha256, modified) = (self.key, sha256, modified)
    let (url, bytes, checked) = (url, bytes, checked)
    guard let entry = try? scanner.scan(held.line),
      entry.string(field) == key, let sha256 = entry.string(sha256),
      let url = entry.string(url),
      let bytes = entry.number(bytes),
      let modified = entry.number(modified)
    else { return nil }
    return Sent(
      upload: Upload(url: url, bytes: bytes, isChecked: !entry.has(checked)), sha256: sha256,
      state: FileState(bytes: bytes, modified: modified))
  }

  /// Keeps that a file was sent; it is in the journal when this returns.
  mutating func keep(_ sent: Sent, of key: String) throws {
    var entry = JSONObject()
    entry.add("url", key)
    entry.add("sha256", sent.sha256)
    entry.add("modified", sent.state.modified)
    entry.add("upload", sent.upload.json)
    try journal?.append(entry.bytes, of: key)
  }
}
