import ByteStreams
import Invocation
import Records

/// Where records leave: those that are kept, and those of duplicates, if they do.
struct Outlet: ~Copyable {
  /// Whether records without a picture are passed on.
  let passesAll: Bool
  /// Where records are kept.
  var output: LineWriter
  private let marks: Bool
  private var duplicates: LineWriter?
  private let stream: StreamOptions
  private var scanner = RecordScanner()
  private let duplicate: Member

  static func open(_ options: ImgDedup) throws -> Outlet {
    var duplicates: LineWriter?
    if let path = options.duplicates { duplicates = try LineWriter.file(path) }
    return Outlet(options, try options.stream.openOutput(), duplicates)
  }

  private init(
    _ options: ImgDedup, _ output: consuming LineWriter, _ duplicates: consuming LineWriter?
  ) {
    passesAll = options.failed == .keep
    marks = options.mark
    stream = options.stream
    duplicate = Member("duplicate", &scanner)
    self.output = output
    self.duplicates = duplicates
  }

  /// Whether anything is told of duplicates.
  var tellsDuplicates: Bool { marks || duplicates != nil }

  /// Passes a record on; where an earlier run marked it as a duplicate, it is one no longer.
  mutating func keep(_ record: borrowing Record, isMarked: Bool) throws {
    if isMarked {
      let bytes = try bytes(of: record, duplicate: Array("null".utf8))
      output.append(bytes.span)
    } else {
      output.append(record.bytes)
    }
    try output.endLine()
  }

  /// Sets a duplicate aside, or marks it, with what it is a duplicate of.
  mutating func setAside(_ record: borrowing Record, _ reason: Duplicate) throws {
    guard tellsDuplicates else { return }
    let bytes = try bytes(of: record, duplicate: reason.json)
    if marks {
      output.append(bytes.span)
      try output.endLine()
    }
    duplicates?.append(bytes.span)
    try duplicates?.endLine()
  }

  /// The record was scanned for other fields: it is scanned anew for this one.
  private mutating func bytes(
    of record: borrowing Record, duplicate value: [UInt8]
  ) throws -> [UInt8] {
    let held = HeldLine(record.bytes.indices.map { record.bytes[$0] })
    return try duplicate.bytes(of: held.line, with: value, &scanner)
  }

  /// Passes on a record without a picture, if such are.
  mutating func pass(_ record: borrowing Record, isMarked: Bool) throws {
    if passesAll { try keep(record, isMarked: isMarked) }
  }

  consuming func finish() throws {
    if Signals.interruption == nil { try duplicates.take()?.finish() }
    try stream.finish(output)
  }
}

extension Member {
  /// The bytes of `line`, which was found to be a record before, with this member.
  fileprivate func bytes(
    of line: borrowing Line, with value: [UInt8], _ scanner: inout RecordScanner
  ) throws -> [UInt8] {
    bytes(of: try scanner.scan(line), with: value)
  }
}
