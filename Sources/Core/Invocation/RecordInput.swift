public import ByteStreams
internal import Glibc
public import Records

/// Records in: the lines of the named files, checked, with the bad ones told and counted.
public struct RecordInput: ~Copyable {
  /// Where the fields are asked for.
  public var scanner = RecordScanner()
  /// How many records were lent.
  public private(set) var count = 0

  private var lines: LineReader
  private var badLines: BadLines

  /// Opens the first of the named files, the standard input where none is named.
  /// - Throws: where a file can't be read, or where nothing is named and the standard input
  ///   is a terminal.
  public static func open(
    _ paths: [String], _ options: StreamOptions, _ diagnostics: Diagnostics
  ) throws -> RecordInput {
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 { throw NothingNamed() }
    // All are looked at before the first record is written.
    for path in paths where path != "-" && !Descriptor.canRead(path) {
      _ = try Descriptor.reading(path)
    }
    let lines = try LineReader.files(paths, limit: options.maxLine.bytes)
    return RecordInput(lines, try BadLines(options, diagnostics))
  }

  private init(_ lines: consuming LineReader, _ badLines: consuming BadLines) {
    self.lines = lines
    self.badLines = badLines
  }

  /// The next record, or `nil` at the end; before it waits for an idle input, it flushes
  /// `writer`.
  ///
  /// After an INT or TERM it reads a pipe to its end, so that nothing in flight is lost, and
  /// stops reading a file.
  @_lifetime(&self)
  public mutating func next(flushing writer: inout LineWriter) throws -> Record? {
    while true {
      if Signals.interruption != nil, lines.isRegularFile { return nil }
      guard let line = try lines.next(flushing: &writer) else { return nil }
      if line.bytes.isEmpty { continue }
      guard line.isWhole else {
        try badLines.takePiece(of: line)
        continue
      }
      do throws(RecordFault) {
        let record = try scanner.scan(line)
        count += 1
        return record
      } catch {
        try badLines.take(line, error)
      }
    }
  }

  /// Says what there is to say about bad lines.
  public consuming func finish() throws { try badLines.finish() }
}
