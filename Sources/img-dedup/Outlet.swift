import ByteStreams
import Invocation
import Records

/// Where records leave: those that are kept, and those of duplicates if a file is named.
struct Outlet: ~Copyable {
  /// Whether records without a picture are passed on.
  let passesAll: Bool
  /// Where records are kept.
  var output: LineWriter
  private var duplicates: LineWriter?
  private let stream: StreamOptions
  private var scanner = RecordScanner()
  private let image: Member

  static func open(_ options: ImgDedup) throws -> Outlet {
    var duplicates: LineWriter?
    if let path = options.duplicates { duplicates = try LineWriter.file(path) }
    return Outlet(options, try options.stream.openOutput(), duplicates)
  }

  private init(
    _ options: ImgDedup, _ output: consuming LineWriter, _ duplicates: consuming LineWriter?
  ) {
    passesAll = options.failed == .keep
    stream = options.stream
    image = Member("image", &scanner)
    self.output = output
    self.duplicates = duplicates
  }

  mutating func keep(_ record: borrowing Record) throws {
    output.append(record.bytes)
    try output.endLine()
  }

  mutating func setAside(duplicate record: borrowing Record) throws {
    duplicates?.append(record.bytes)
    try duplicates?.endLine()
  }

  /// Passes on a record without a picture, if such are; `image` takes the place of its own.
  mutating func pass(_ record: borrowing Record, image value: [UInt8]?) throws {
    guard passesAll else { return }
    guard let value else { return try keep(record) }
    let held = HeldLine(record.bytes.indices.map { record.bytes[$0] })
    try image.append(value.span, to: held.line, &scanner, into: &output)
    try output.endLine()
  }

  consuming func finish() throws {
    if Signals.interruption == nil { try duplicates.take()?.finish() }
    try stream.finish(output)
  }
}

extension Member {
  /// Appends `line`, which was found to be a record before, with this member.
  fileprivate func append(
    _ value: Span<UInt8>, to line: borrowing Line, _ scanner: inout RecordScanner,
    into writer: inout LineWriter
  ) throws {
    append(value, to: try scanner.scan(line), into: &writer)
  }
}
