import ByteStreams
import ImageRecords
import Invocation
import Records

/// Where records leave: in the order in which they came, those that failed perhaps elsewhere.
struct Outlet: ~Copyable {
  private let stream: StreamOptions
  private let whole: Field
  private let image: Member
  private let original: Member
  private var failedImage: FailedImage
  private var output: LineWriter
  private var failures: LineWriter?

  static func open(_ options: ImgResize, _ scanner: inout RecordScanner) throws -> Outlet {
    var failures: LineWriter?
    if let path = options.failing.failures { failures = try LineWriter.file(path) }
    return Outlet(
      stream: options.stream, whole: scanner.field(FieldPath(names: ["image"])),
      image: Member("image", &scanner), original: Member("original", &scanner),
      failedImage: FailedImage(&scanner), output: try options.stream.openOutput(),
      failures: failures)
  }

  private init(
    stream: StreamOptions, whole: Field, image: Member, original: Member,
    failedImage: consuming FailedImage, output: consuming LineWriter,
    failures: consuming LineWriter?
  ) {
    self.stream = stream
    self.whole = whole
    self.image = image
    self.original = original
    self.failedImage = failedImage
    self.output = output
    self.failures = failures
  }

  /// Passes a record on.
  mutating func pass(_ record: borrowing Record) throws {
    output.append(record.bytes)
    try output.endLine()
  }

  /// Passes on a record with its new picture, and the one before as `original`.
  mutating func tell(_ record: borrowing Record, _ picture: PictureFile) throws {
    var before: [UInt8] = []
    if let value = record.value(of: whole) { before = value.indices.map { value[$0] } }
    let line = record.bytes(with: [(image, picture.json.bytes), (original, before)])
    output.append(line.span)
    try output.endLine()
  }

  /// Passes on a record that failed.
  mutating func fail(_ record: borrowing Record, _ fault: Fault) throws {
    let line = try failedImage.bytes(of: record, error: fault.cause, message: fault.reason)
    if failures == nil {
      output.append(line.span)
      return try output.endLine()
    }
    failures?.append(line.span)
    try failures?.endLine()
  }

  mutating func flush() throws {
    try output.flush()
    try failures?.flush()
  }

  consuming func finish() throws {
    if Signals.interruption == nil { try failures.take()?.finish() }
    try stream.finish(output)
  }
}
