import ByteStreams
import Fetching
import ImageRecords
import Images
import Records

/// Reads the journal's entries.
struct JournalEntryReader: ~Copyable {
  private var scanner = RecordScanner()
  private let url: Field
  private let modified: Field
  private let side: Field
  private let limit: Field
  private let taken: Field
  private let sent: Field
  private let image: ImageFields

  init() {
    url = scanner.field(FieldPath(names: ["url"]))
    taken = scanner.field(FieldPath(names: ["taken"]))
    sent = scanner.field(FieldPath(names: ["sent"]))
    modified = scanner.field(FieldPath(names: ["modified"]))
    side = scanner.field(FieldPath(names: ["side"]))
    limit = scanner.field(FieldPath(names: ["limit"]))
    image = ImageFields(&scanner)
  }

  /// What `line` says of `url`; `nil` where it speaks of another URL or can't be understood.
  mutating func read(_ line: [UInt8], of url: String) -> JournalEntry? {
    let held = HeldLine(line)
    let (urlField, image, taken, sent) = (self.url, image, taken, sent)
    let (modified, side, limit) = (modified, side, limit)
    guard let record = try? scanner.scan(held.line), let text = record.text(of: urlField),
      text.equals(Array(url.utf8)[...])
    else { return nil }
    switch record.text(of: image.status)?.string {
    case "ok":
      return Self.fetched(
        image.picture(in: record), modified: record.number(modified), side: record.number(side),
        isSent: record.has(sent))
    case "failed":
      return image.failed(in: record).map { .failed($0, limit: record.number(limit)) }
    default:
      if let path = record.text(of: taken)?.string { return .taken(path) }
      return .named(isSent: record.has(sent))
    }
  }

  private static func fetched(
    _ picture: PictureFile?, modified: Int?, side: Int?, isSent: Bool
  ) -> JournalEntry? {
    guard let picture, picture.url != nil, let modified else { return nil }
    let state = FileState(bytes: picture.bytes, modified: modified)
    return .fetched(picture, state, side: side, isSent: isSent)
  }
}
