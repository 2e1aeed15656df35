import ByteStreams
import Fetching
import Images
import Records

/// Reads the journal's entries.
struct JournalEntryReader: ~Copyable {
  private static let names = [
    "status", "path", "bytes", "sha256", "format", "width", "height", "orientation", "complete",
    "url", "error", "http", "attempts", "message", "retry",
  ]

  private var scanner = RecordScanner()
  private let url: Field
  private let modified: Field
  private let side: Field
  private let limit: Field
  private let taken: Field
  private let image: [String: Field]

  init() {
    url = scanner.field(FieldPath(names: ["url"]))
    taken = scanner.field(FieldPath(names: ["taken"]))
    modified = scanner.field(FieldPath(names: ["modified"]))
    side = scanner.field(FieldPath(names: ["side"]))
    limit = scanner.field(FieldPath(names: ["limit"]))
    var image = [String: Field]()
    for name in Self.names { image[name] = scanner.field(FieldPath(names: ["image", name])) }
    self.image = image
  }

  /// What `line` says of `url`; `nil` where it speaks of another URL or can't be understood.
  mutating func read(_ line: [UInt8], of url: String) -> JournalEntry? {
    let held = HeldLine(line)
    let (urlField, image, taken) = (self.url, image, taken)
    let (modified, side, limit) = (modified, side, limit)
    guard let record = try? scanner.scan(held.line), let text = record.text(of: urlField),
      text.equals(Array(url.utf8)[...])
    else { return nil }
    let values = image.compactMapValues { record.text(of: $0)?.string }
    switch values["status"] {
    case "ok":
      return Self.fetched(
        values, modified: record.text(of: modified)?.string, side: record.text(of: side)?.string)
    case "failed": return Self.failed(values, limit: record.text(of: limit)?.string)
    default: return (record.text(of: taken)?.string).map { .taken($0) } ?? .named
    }
  }

  private static func fetched(
    _ values: [String: String], modified: String?, side: String?
  ) -> JournalEntry? {
    guard let path = values["path"], let sha256 = values["sha256"], let url = values["url"],
      let bytes = values["bytes"].flatMap({ Int($0) }),
      let modified = modified.flatMap({ Int($0) }),
      let kind = values["format"].flatMap({ ImageKind(rawValue: $0) })
    else { return nil }
    let header = ImageHeader(
      kind: kind, width: values["width"].flatMap { Int($0) },
      height: values["height"].flatMap { Int($0) },
      orientation: values["orientation"].flatMap { Int($0) },
      isComplete: values["complete"] != "false")
    let picture = Picture(path: path, bytes: bytes, sha256: sha256, header: header, url: url)
    return .fetched(
      picture, FileState(bytes: bytes, modified: modified), side: side.flatMap { Int($0) })
  }

  private static func failed(_ values: [String: String], limit: String?) -> JournalEntry? {
    guard let error = values["error"] else { return nil }
    let failure = FetchFailure(
      error, http: values["http"].flatMap { Int($0) }, values["message"],
      isTemporary: values["retry"] == "true")
    return .failed(
      Failed(failure: failure, attempts: values["attempts"].flatMap { Int($0) } ?? 0),
      limit: limit.flatMap { Int($0) })
  }
}
