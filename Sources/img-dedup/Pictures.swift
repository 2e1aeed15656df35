import ByteStreams
import Invocation
import Pixels
import Records
import Threads

/// Tells of each record which picture it has, in the order in which they came; files that must
/// be read for that are read by several threads.
struct Pictures: ~Copyable {
  private static let ok = Array("ok".utf8)[...]
  private static let failed = Array("failed".utf8)[...]
  /// Records that wait for a file, for each thread: so that none is idle.
  private static let window = 16

  /// A record that waits for those before it, or for its file.
  private struct Waiting {
    let line: [UInt8]
    /// `nil` where its file is read under `number`.
    let standing: Standing?
    let number: Int
    let path: String?
    /// What the record tells of its file, and what was known of one with that hash.
    let hash: PictureHash?
    let known: FingerprintMember.Value
  }

  private let notion: Notion
  private let room: ViewingRoom
  private let capacity: Int
  private let media: Field
  private let status: Field
  private let sha256: Field
  private let path: Field
  private let fingerprint: FingerprintMember
  private let image: Member
  private let member: Member
  private var waiting: [Waiting] = []
  private var first = 0
  private var ordered = 0
  private var badFiles: BadFiles

  init(
    _ folder: BaseFolder, _ options: ImgDedup, _ scanner: inout RecordScanner,
    _ diagnostics: Diagnostics
  ) {
    notion = options.notion
    let jobs = options.jobs ?? Worker.cores
    room = ViewingRoom(folder, notion, threads: jobs)
    capacity = Self.window * jobs
    badFiles = BadFiles(diagnostics)
    media = scanner.field(FieldPath(names: ["media"]))
    status = scanner.field(FieldPath(names: ["image", "status"]))
    sha256 = scanner.field(FieldPath(names: ["image", "sha256"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
    fingerprint = FingerprintMember(&scanner)
    image = Member("image", &scanner)
    member = Member("fingerprint", &scanner)
  }

  /// Whether no record waits.
  private var isEmpty: Bool { first == waiting.count }

  /// Whether a further record may wait.
  private var hasRoom: Bool { waiting.count - first < capacity }

  /// What `record` has to show, where that is known at once; otherwise it waits.
  /// - Throws: `Failure` where `media` is an array: such records have no single picture.
  private mutating func take(_ record: borrowing Record) throws -> Standing? {
    if record.isArray(media) {
      throw Failure(.usage, "a record with an array of media: make one record of each first")
    }
    let (standing, hash, known) = judge(record)
    if let standing, isEmpty { return standing }
    let path = record.text(of: path)?.string
    if standing == nil {
      ordered += 1
      room.give(ViewingOrder(number: ordered, path: path))
    }
    waiting.append(
      Waiting(
        line: record.bytes.indices.map { record.bytes[$0] }, standing: standing, number: ordered,
        path: path, hash: hash, known: known))
    return nil
  }

  private func judge(
    _ record: borrowing Record
  ) -> (Standing?, PictureHash?, FingerprintMember.Value) {
    guard let status = record.text(of: status) else {
      return (.none(isFailed: false), nil, .init())
    }
    guard status.equals(Self.ok) else {
      return (.none(isFailed: status.equals(Self.failed)), nil, .init())
    }
    guard let hash = record.text(of: sha256)?.withBytes({ PictureHash(sha256: $0) }) else {
      return (nil, nil, .init())
    }
    guard notion.decodes else { return (.picture(Picture(hash: hash)), hash, .init()) }
    let known = fingerprint.value(of: record, file: hash)
    return (known.suffices(for: notion) ? picture(hash, known) : nil, hash, known)
  }

  private func picture(_ hash: PictureHash, _ value: FingerprintMember.Value) -> Standing {
    let equal = notion == .pixels ? value.pixels ?? hash : hash
    return .picture(Picture(hash: equal, fingerprint: value.fingerprint))
  }
}

extension Pictures {
  /// Moves records on: takes one that can be had, or lets one go that waits, or waits for the
  /// input; `false` when there is nothing left.
  mutating func pass(
    _ records: inout RecordInput, to taker: inout some PictureTaker & ~Copyable
  ) throws -> Bool {
    if hasRoom, try takeNext(of: &records, to: &taker) {
      try letGo(&records.scanner, to: &taker, waits: false)
    } else if !isEmpty {
      try letGo(&records.scanner, to: &taker, waits: true)
    } else if records.isAtEnd {
      return false
    } else {
      try taker.flush()
      records.wait()
    }
    return true
  }

  /// Takes a record if one can be had; its standing may be known at once.
  private mutating func takeNext(
    of records: inout RecordInput, to taker: inout some PictureTaker & ~Copyable
  ) throws -> Bool {
    guard let record = try records.nextIfReady() else { return false }
    if let standing = try take(record) { try taker.take(record, standing) }
    return true
  }

  /// Lets go what is done, and if it `waits`, the first when that is done.
  private mutating func letGo(
    _ scanner: inout RecordScanner, to taker: inout some PictureTaker & ~Copyable, waits: Bool
  ) throws {
    var waits = waits
    while let (line, standing) = try next(&scanner, waits: waits) {
      let held = HeldLine(line)
      try taker.take(try scanner.scan(held.line), standing)
      waits = false
    }
  }

  /// The record that has waited longest and what it has to show, if that is known or `waits`.
  private mutating func next(
    _ scanner: inout RecordScanner, waits: Bool
  ) throws -> (line: [UInt8], standing: Standing)? {
    guard !isEmpty else { return nil }
    let waiting = waiting[first]
    if let standing = waiting.standing {
      removeFirst()
      return (waiting.line, standing)
    }
    let view = waits ? room.take(waiting.number) : room.takeIfDone(waiting.number)
    guard let view else { return nil }
    removeFirst()
    return try settle(waiting, view, &scanner)
  }

  private mutating func removeFirst() {
    first += 1
    if first == waiting.count { (waiting, first) = ([], 0) }
    if first > 1024 {
      waiting.removeFirst(first)
      first = 0
    }
  }

  private mutating func settle(
    _ waiting: Waiting, _ view: View, _ scanner: inout RecordScanner
  ) throws -> (line: [UInt8], standing: Standing) {
    let held = HeldLine(waiting.line)
    let record = try scanner.scan(held.line)
    switch view {
    case .unreadable(let error):
      let value = badFiles.take(waiting.path, "unreadable", error.description, error.reason)
      return (image.bytes(of: record, with: value), .none(isFailed: true))
    case .undecodable(let error):
      let message = "\(waiting.path ?? ""): \(error)"
      let value = badFiles.take(waiting.path, "undecodable", message, error.description)
      return (image.bytes(of: record, with: value), .none(isFailed: true))
    case .seen(let hash, var value):
      guard notion.decodes else { return (waiting.line, picture(hash, value)) }
      if hash == waiting.hash {
        value.pixels = value.pixels ?? waiting.known.pixels
        value.fingerprint = value.fingerprint ?? waiting.known.fingerprint
      }
      let json = FingerprintMember.json(value, file: hash)
      return (member.bytes(of: record, with: json), picture(hash, value))
    }
  }

  /// Notes how the run ends for files that could not be read or decoded, of so many records.
  consuming func finish(_ tolerance: Tolerance?, of records: Int) {
    badFiles.finish(tolerance, of: records)
  }
}
