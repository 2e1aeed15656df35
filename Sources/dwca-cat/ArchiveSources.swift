import Archives
import ByteStreams
import Invocation
import Records

/// An archive to be read, and what is known of it beforehand.
struct ArchiveSource {
  let path: String
  /// What messages call it.
  var name: String
  /// From the record of gbif-wait.
  var key: String?
  var doi: String?
  var totalRecords: Int?
}

/// The archives that are named, or that records on the standard input name.
struct ArchiveSources: ~Copyable {
  private var operands: ArraySlice<String>
  private var records: RecordInput?
  private var fields: [Field] = []
  private let stream: StreamOptions
  private let diagnostics: Diagnostics

  static func open(
    _ operands: [String], _ stream: StreamOptions, _ diagnostics: Diagnostics
  ) throws -> ArchiveSources {
    try stream.check([:], inputs: operands)
    // With nothing named and a terminal, this shows the usage.
    if operands.isEmpty, StandardInput.isTerminal {
      try RecordInput.open([], stream, diagnostics).finish()
    }
    let operands = operands.isEmpty ? ["-"] : operands
    return ArchiveSources(operands: operands[...], stream: stream, diagnostics: diagnostics)
  }

  private init(
    operands: ArraySlice<String>, stream: StreamOptions, diagnostics: Diagnostics
  ) {
    self.operands = operands
    self.stream = stream
    self.diagnostics = diagnostics
    records = nil
  }

  /// The next archive, `nil` at the end and after an interruption.
  mutating func next(flushing output: inout LineWriter) throws -> ArchiveSource? {
    while true {
      if let source = try nextRecord(flushing: &output) { return source }
      guard Signals.interruption == nil, let operand = operands.popFirst() else { return nil }
      if operand != "-" { return ArchiveSource(path: operand, name: operand) }
      guard StandardInput.firstByte() == UInt8(ascii: "{") else {
        return ArchiveSource(path: StandardInput.path, name: "standard input")
      }
      try openRecords()
    }
  }

  private mutating func openRecords() throws {
    var records = try RecordInput.open(["-"], stream, diagnostics)
    fields = ["path", "key", "doi", "totalRecords"].map {
      records.scanner.field(FieldPath(names: [$0]))
    }
    self.records = consume records
  }

  private mutating func nextRecord(flushing output: inout LineWriter) throws -> ArchiveSource? {
    guard var records = records.take() else { return nil }
    let values = try nextValues(&records, flushing: &output)
    self.records = consume records
    guard let values, let path = values[0] else { return nil }
    return ArchiveSource(
      path: path, name: path, key: values[1], doi: values[2],
      totalRecords: values[3].flatMap { Int($0) })
  }

  /// What the next record that has a path says; `nil` at the end.
  private func nextValues(
    _ records: inout RecordInput, flushing output: inout LineWriter
  ) throws -> [String?]? {
    while let record = try records.next(flushing: &output) {
      let values = fields.map { record.text(of: $0)?.string }
      if values[0] != nil { return values }
      diagnostics.report(.badInput, "\(values[1] ?? "a record"): has no path to an archive")
    }
    return nil
  }

  /// Says what there is to say about bad lines.
  consuming func finish() throws {
    try records.take()?.finish()
  }
}
