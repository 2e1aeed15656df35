import ByteStreams
import ImageRecords
import Invocation
import Records

/// Has the files of records looked at, and tells the records what came of it.
struct Checks: ~Copyable, RecordStation {
  /// What is known of a record when it goes on.
  enum Answer {
    /// It has no picture.
    case none
    case whole
    case failed(PictureFault)
  }

  private let folder: BaseFolder
  private let medium: SingleMedium
  private let image: ImageFields
  private var change: ImageChange
  private var named: NamedFiles?
  private var outlet: PictureOutlet
  private var badFiles: BadFiles
  private var tally = Tally()

  /// A station that is ready: its output is there.
  static func open(
    _ options: ImgCheck, _ folder: BaseFolder, _ pruned: PrunedFolder?,
    _ scanner: inout RecordScanner, _ diagnostics: Diagnostics
  ) throws -> Checks {
    var named: NamedFiles?
    if let pruned { named = NamedFiles(in: pruned, &scanner) }
    return Checks(
      folder: folder, medium: SingleMedium(&scanner), image: ImageFields(&scanner),
      change: ImageChange(of: PictureFile.ownMembers, &scanner), named: named,
      outlet: try .open(options.stream, failures: options.failing.failures, &scanner),
      badFiles: BadFiles(diagnostics, fault: "are not what their records tell"))
  }

  mutating func judge(_ record: borrowing Record) throws -> Judgement<Answer, CheckOrder> {
    try medium.check(record)
    try named?.take(record, folder)
    guard isToBeThere(record) else { return .known(.none) }
    guard let path = record.string(image.path) else {
      return .known(.failed(PictureFault("unreadable", "image", "has no path")))
    }
    do throws(StreamError) {
      return .work(order(record, path, at: try folder.place(of: path)))
    } catch {
      return .known(.failed(PictureFault(error)))
    }
  }

  /// Whether a record has a picture: it says so, or tells nothing but where it is.
  private func isToBeThere(_ record: borrowing Record) -> Bool {
    if let status = record.string(image.status) { return status == "ok" }
    return record.has(image.path)
  }

  private func order(
    _ record: borrowing Record, _ path: String, at place: String
  ) -> CheckOrder {
    let (bytes, sha256) = (image.size(in: record), record.string(image.sha256))
    let isIncomplete =
      bytes == nil || sha256 == nil || !record.has(image.status) || !record.has(image.format)
    return CheckOrder(
      path: path, place: place, bytes: bytes, sha256: sha256, isIncomplete: isIncomplete)
  }

  mutating func settle(
    _ record: borrowing Record, _ order: CheckOrder, _ checked: Checked
  ) throws -> (line: [UInt8], answer: Answer) {
    switch checked {
    case .whole(let picture?):
      (try change.bytes(of: record, setting: picture.ownValues), .whole)
    case .whole(nil): (record.bytes.indices.map { record.bytes[$0] }, .whole)
    case .failed(let fault): (record.bytes.indices.map { record.bytes[$0] }, .failed(fault))
    }
  }

  mutating func pass(_ record: borrowing Record, _ answer: Answer) throws {
    switch answer {
    case .none:
      tally.passed += 1
      try outlet.pass(record.bytes)
    case .whole:
      tally.whole += 1
      try outlet.pass(record.bytes)
    case .failed(let fault):
      tally.fail(fault.cause)
      badFiles.take(fault.message)
      try outlet.fail(record, fault)
    }
  }

  mutating func flush() throws { try outlet.flush() }

  /// Writes what is left and notes how the run ends, of so many records.
  consuming func finish(_ tolerance: Tolerance?, of records: Int) throws -> Findings {
    badFiles.finish(tolerance, of: records)
    try outlet.finish()
    return Findings(tally: tally, named: named)
  }
}

/// What is known when all records have gone.
struct Findings: ~Copyable {
  let tally: Tally
  /// The files that they name, if these were asked for.
  let named: NamedFiles?
}
