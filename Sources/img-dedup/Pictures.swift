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
  private let image: Member
  private let member: Member
  private var badFiles: BadFiles
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
    image = Member("image", &scanner)
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
    guard let hash = record.text(of: sha256)?.withBytes({ PictureHash(sha256: $0) }) else {
      return .work(ViewingOrder(path: record.string(path), hash: nil, known: .init()))
    }
    guard notion.decodes else { return .known(.picture(Picture(hash: hash))) }
    let known = fingerprint.value(of: record, file: hash)
    if known.suffices(for: notion) { return .known(picture(hash, known)) }
    return .work(ViewingOrder(path: record.string(path), hash: hash, known: known))
  }

  private func picture(_ hash: PictureHash, _ value: FingerprintMember.Value) -> Standing {
    let equal = notion == .pixels ? value.pixels ?? hash : hash
    return .picture(Picture(hash: equal, fingerprint: value.fingerprint))
  }

  mutating func settle(
    _ record: borrowing Record, _ order: ViewingOrder, _ view: View
  ) -> (line: [UInt8], answer: Standing) {
    switch view {
    case .unreadable(let error):
      let value = badFiles.take(order.path, "unreadable", error.description, error.reason)
      return (image.bytes(of: record, with: value.bytes), .none(isFailed: true))
    case .undecodable(let error):
      let message = "\(order.path ?? ""): \(error)"
      let value = badFiles.take(order.path, "undecodable", message, error.description)
      return (image.bytes(of: record, with: value.bytes), .none(isFailed: true))
    case .seen(let hash, let value):
      return settle(record, order, hash, value)
    }
  }

  private func settle(
    _ record: borrowing Record, _ order: ViewingOrder, _ hash: PictureHash,
    _ value: FingerprintMember.Value
  ) -> (line: [UInt8], answer: Standing) {
    guard notion.decodes else {
      return (record.bytes.indices.map { record.bytes[$0] }, picture(hash, value))
    }
    var value = value
    if hash == order.hash {
      value.pixels = value.pixels ?? order.known.pixels
      value.fingerprint = value.fingerprint ?? order.known.fingerprint
    }
    let json = FingerprintMember.json(value, file: hash)
    return (member.bytes(of: record, with: json), picture(hash, value))
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
