import ByteStreams
import ImageRecords
import Invocation
import Records

/// Has new pictures made of those of records, and tells the records of them.
struct Resizes: ~Copyable, RecordStation {
  /// What is known of a record when it goes on.
  enum Answer {
    /// It has no picture.
    case none
    case picture(PictureFile, isNew: Bool)
    case failed(PictureFault)
    /// The same as a record before it, of the same file.
    case again(name: String)
  }

  private let folder: BaseFolder
  private let target: TargetFolder
  private var naming: Naming
  private let medium: SingleMedium
  private let image: ImageFields
  private var memory: Memory
  private var outlet: Outlet
  private var underway = Underway()
  private var badFiles: BadFiles
  private var tally = Tally()

  /// A station that is ready: its folder and its output are there.
  static func open(
    _ options: ImgResize, _ folder: BaseFolder, _ scanner: inout RecordScanner,
    _ diagnostics: Diagnostics
  ) throws -> Resizes {
    let target = TargetFolder(options, folder)
    return Resizes(
      folder: folder, target: target, naming: Naming(options, folder),
      medium: SingleMedium(&scanner), image: ImageFields(&scanner),
      memory: try .open(target, options.resizing), outlet: try .open(options, &scanner),
      badFiles: BadFiles(diagnostics, fault: "can't be read, decoded or named"))
  }

  mutating func judge(
    _ record: borrowing Record
  ) throws -> Judgement<Answer, ResizeOrder> {
    try medium.check(record)
    guard record.string(image.status) == "ok" else { return .known(.none) }
    guard let path = record.string(image.path) else {
      return .known(.failed(PictureFault("unreadable", "image", "has no path")))
    }
    let place: String
    do throws(StreamError) {
      place = try folder.place(of: path)
    } catch {
      return .known(.failed(PictureFault(unreadable: error)))
    }
    guard let name = try naming.name(of: place) else {
      return .known(.failed(PictureFault("bad_name", path, naming.reason)))
    }
    return try judge(path, at: place, name)
  }

  private mutating func judge(
    _ path: String, at place: String, _ name: String
  ) throws -> Judgement<Answer, ResizeOrder> {
    if underway.join(name) { return .known(.again(name: name)) }
    if let state = FileState(of: folder.name(of: place)),
      let picture = try memory.recall(name, of: state)
    {
      return .known(.picture(picture, isNew: false))
    }
    underway.begin(name)
    return .work(try memory.order(name, of: path, at: place))
  }

  mutating func settle(
    _ record: borrowing Record, _ order: ResizeOrder, _ resized: Resized
  ) throws -> (line: [UInt8], answer: Answer) {
    let answer = try answer(order, resized)
    underway.end(order.name, answer)
    return (record.bytes.indices.map { record.bytes[$0] }, answer)
  }

  private mutating func answer(_ order: ResizeOrder, _ resized: Resized) throws -> Answer {
    switch resized {
    case .made(let picture, let source, let state, let file):
      // Whoever kills this process now finds the name of the picture in one of two places.
      try withExtendedLifetime(file) { try memory.keep(picture, of: source, state) }
      return .picture(picture, isNew: true)
    case .failed(let fault): return .failed(fault)
    case .stopped(let error): throw error
    }
  }

  mutating func pass(_ record: borrowing Record, _ answer: Answer) throws {
    switch answer {
    case .none:
      tally.passed += 1
      try outlet.records.pass(record.bytes)
    case .picture(var picture, let isNew):
      if isNew { tally.made += 1 } else { tally.known += 1 }
      picture.path = target.path(of: picture.path)
      picture.url = record.string(image.url)
      try outlet.tell(record, picture)
    case .failed(let fault):
      badFiles.take(fault.message)
      try outlet.records.fail(record, fault)
    case .again(let name): try pass(record, underway.answer(name))
    }
  }

  mutating func flush() throws { try outlet.records.flush() }

  /// Writes what is left and notes how the run ends, of so many records.
  consuming func finish(_ tolerance: Tolerance?, of records: Int) throws -> Tally {
    var tally = tally
    tally.failed = badFiles.count
    badFiles.finish(tolerance, of: records)
    try outlet.finish()
    return tally
  }
}
