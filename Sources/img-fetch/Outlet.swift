import ByteStreams
import Invocation
import Records

/// Where records leave, with `image` added.
struct Outlet: ~Copyable {
  private var scanner = RecordScanner()
  private let image: Member
  private let stream: StreamOptions
  private var output: LineWriter
  /// Where failed records go, if not with the others.
  private var failures: LineWriter?

  static func open(_ options: ImgFetch) throws -> Outlet {
    var failures: LineWriter?
    if let path = options.failures { failures = try LineWriter.file(path) }
    return Outlet(options.stream, try options.stream.openOutput(), failures)
  }

  private init(
    _ stream: StreamOptions, _ output: consuming LineWriter, _ failures: consuming LineWriter?
  ) {
    image = Member("image", &scanner)
    self.stream = stream
    self.output = output
    self.failures = failures
  }

  mutating func emit(_ line: [UInt8], _ value: JSONObject) throws {
    try image.write(line, value, &scanner, to: &output)
  }

  mutating func emit(failed line: [UInt8], _ value: JSONObject) throws {
    guard var writer = failures.take() else { return try emit(line, value) }
    try image.write(line, value, &scanner, to: &writer)
    failures = consume writer
  }

  mutating func flush() throws {
    try output.flush()
    try failures?.flush()
  }

  consuming func finish() throws {
    try failures.take()?.finish()
    try stream.finish(output)
  }
}

extension Member {
  /// Writes `line` with this member; the line was found to be a record before.
  fileprivate func write(
    _ line: [UInt8], _ value: JSONObject, _ scanner: inout RecordScanner,
    to writer: inout LineWriter
  ) throws {
    let held = HeldLine(line)
    append(value.bytes.span, to: try scanner.scan(held.line), into: &writer)
    try writer.endLine()
  }
}
