import ByteStreams
import ImageRecords
import Invocation
import Pixels
import Records
import Threads

/// Tells a taker of each record which picture it has, in the order in which they came; files that
/// must be read for that are read by several threads.
struct Pictures<Taker: PictureTaker & ~Copyable>: ~Copyable, RecordStation {
  private let notion: Notion
  private let medium: SingleMedium
  private let status: Field
  private let sha256: Field
  private let path: Field
  private let fingerprint: FingerprintMember
  private let member: Member
  private var badFiles: BadFiles
  private var failedImage: FailedImage
  private var taker: Taker

  /// The way of records to `taker`.
  static func inOrder(
    to taker: consuming Taker, _ folder: BaseFolder, _ options: ImgDedup,
    _ scanner: inout RecordScanner, _ diagnostics: Diagnostics
  ) -> OrderedRecords<Self> {
    OrderedRecords(
      through: Pictures(taker, options.notion, &scanner, diagnostics),
      Viewer.room(folder, options.notion, threads: options.jobs ?? Worker.cores))
  }

  private init(
    _ taker: consuming Taker, _ notion: Notion, _ scanner: inout RecordScanner,
    _ diagnostics: Diagnostics
  ) {
    self.taker = taker
    self.notion = notion
    badFiles = BadFiles(diagnostics, fault: "can't be read or decoded")
    medium = SingleMedium(&scanner)
    status = scanner.field(FieldPath(names: ["image", "status"]))
    sha256 = scanner.field(FieldPath(names: ["image", "sha256"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
    fingerprint = FingerprintMember(&scanner)
    failedImage = FailedImage(&scanner)
    member = Member("fingerprint", &scanner)
  }

  /// What `record` has to show, where that is known at once.
  mutating func judge(
    _ record: borrowing Record
  ) throws -> Judgement<Standing, ViewingOrder> {
    try medium.check(record)
    guard let status = record.text(of: status) else { return .known(.none(isFailed: false)) }
    guard status.equals(Status.ok) else {
      return .known(.none(isFailed: status.equals(Status.failed)))
    }
    let known = fingerprint.known(of: record)
    let hash = record.text(of: sha256)?.withBytes { PictureHash(sha256: $0) }
    if let hash, let value = sufficient(known, of: hash) { return .known(picture(hash, value)) }
    return .work(ViewingOrder(path: record.string(path), known: known))
  }

  /// What is known of the file with this hash, where it is all that is asked for.
  private func sufficient(
    _ known: FingerprintMember.Known?, of hash: PictureHash
  ) -> FingerprintMember.Value? {
    let value = known?.value(of: hash) ?? .init()
    return value.suffices(for: notion) ? value : nil
  }

  private func picture(_ hash: PictureHash, _ value: FingerprintMember.Value) -> Standing {
    let equal = notion == .pixels ? value.pixels ?? hash : hash
    return .picture(
      Picture(hash: equal, area: value.size?.area ?? 0, fingerprint: value.fingerprint))
  }

  mutating func settle(
    _ record: borrowing Record, _ order: ViewingOrder, _ view: View
  ) throws -> (line: [UInt8], answer: Standing) {
    switch view {
    case .unreadable(let error):
      badFiles.take(error.description)
      return try fail(record, "unreadable", error.reason)
    case .undecodable(let error):
      badFiles.take("\(order.path ?? ""): \(error)")
      return try fail(record, "undecodable", error.description)
    case .seen(let hash, let value):
      guard notion.decodes else {
        return (record.bytes.indices.map { record.bytes[$0] }, picture(hash, value))
      }
      let json = FingerprintMember.json(value, file: hash)
      return (member.bytes(of: record, with: json), picture(hash, value))
    }
  }

  private mutating func fail(
    _ record: borrowing Record, _ error: String, _ message: String
  ) throws -> (line: [UInt8], answer: Standing) {
    let line = try failedImage.bytes(of: record, error: error, message: message)
    return (line, .none(isFailed: true))
  }

  mutating func pass(_ record: borrowing Record, _ standing: Standing) throws {
    try taker.take(record, standing)
  }

  mutating func flush() throws { try taker.flush() }

  /// Notes how the run ends for files that could not be read or decoded, of so many records;
  /// gives the taker back.
  consuming func finish(_ tolerance: Tolerance?, of records: Int) -> Taker {
    badFiles.finish(tolerance, of: records)
    return taker
  }
}

/// What `image.status` may be.
private enum Status {
  static let ok = Array("ok".utf8)[...]
  static let failed = Array("failed".utf8)[...]
}
