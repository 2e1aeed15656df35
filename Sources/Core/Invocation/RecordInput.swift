public import ByteStreams
internal import Glibc
public import Records

/// Records in: the lines of the named files, checked, with the bad ones told and counted.
public struct RecordInput: ~Copyable {
  /// Where the fields are asked for.
  public var scanner = RecordScanner()
  /// How many records were lent.
  public private(set) var count = 0

  /// Whether a line that begins no object is taken as a URL: as the record
  /// `{"media":{"identifier":URL}}`.
  public var takesURLs = false

  private var lines: LineReader
  private var held = HeldLine([])
  private var badLines: BadLines

  /// Opens the first of the named files, the standard input where none is named.
  /// - Throws: where a file can't be read or is to be written to by `sideFiles`, or where nothing
  ///   is named and the standard input is a terminal.
  public static func open(
    _ paths: [String], _ options: StreamOptions, _ diagnostics: Diagnostics,
    beside sideFiles: SideFiles = [:]
  ) throws -> RecordInput {
    try options.check(sideFiles, inputs: paths)
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 { throw NothingNamed() }
    let lines = try Self.lines(paths, options)
    return RecordInput(lines, try BadLines(options, diagnostics))
  }

  private static func lines(_ paths: [String], _ options: StreamOptions) throws -> LineReader {
    // All are looked at before the first record is written.
    for path in paths where path != "-" && !Descriptor.canRead(path) {
      _ = try Descriptor.reading(path)
    }
    return try LineReader.files(paths, limit: options.maxLine.bytes)
  }

  /// Lends `body` the records of other files, with a scanner of their own, before the first record
  /// is taken; their bad lines go where all go.
  /// - Throws: where one can't be read, and what `body` throws.
  public mutating func readFirst(
    _ paths: [String], _ options: StreamOptions, _ body: (inout RecordInput) throws -> Void
  ) throws {
    var own = try Self.lines(paths, options)
    var ownScanner = RecordScanner()
    swap(&lines, &own)
    swap(&scanner, &ownScanner)
    try body(&self)
    swap(&lines, &own)
    swap(&scanner, &ownScanner)
    count = 0
  }

  private init(_ lines: consuming LineReader, _ badLines: consuming BadLines) {
    self.lines = lines
    self.badLines = badLines
  }

  /// Whether nothing more will come: told apart from an input that is idle.
  ///
  /// After an INT or TERM a pipe is read to its end, so that nothing in flight is lost, but a
  /// file is read no further.
  public var isAtEnd: Bool {
    lines.isAtEnd || Signals.interruption != nil && lines.isRegularFile
  }

  /// The input's number, to wait until it has something to read.
  public var descriptorNumber: Int32 { lines.descriptorNumber }

  /// The next record, or `nil` at the end; before it waits for an idle input, it flushes
  /// `writer`.
  ///
  /// An error does not take along what was kept before it.
  @_lifetime(&self)
  public mutating func next(flushing writer: inout LineWriter) throws -> Record? {
    do {
      return try find(flushing: &writer)
    } catch {
      try? writer.flush()
      throw error
    }
  }

  @_lifetime(&self)
  private mutating func find(flushing writer: inout LineWriter) throws -> Record? {
    while true {
      if let record = try nextIfReady() { return record }
      if isAtEnd { return nil }
      try writer.flush()
      lines.wait()
    }
  }

  /// The next record, or `nil` at the end.
  @_lifetime(&self)
  public mutating func next() throws -> Record? {
    while true {
      if let record = try nextIfReady() { return record }
      if isAtEnd { return nil }
      lines.wait()
    }
  }

  /// Waits until there is something to read, or the end.
  public mutating func wait() { lines.wait() }

  /// The next record if it can be had without waiting; otherwise `nil`, as at the end.
  @_lifetime(&self)
  public mutating func nextIfReady() throws -> Record? {
    while !isAtEnd {
      guard let line = try lines.nextIfReady() else { return nil }
      if line.isWhole, line.isBlank { continue }
      guard line.isWhole else {
        try badLines.takePiece(of: line)
        continue
      }
      do throws(RecordFault) {
        count += 1
        guard takesURLs, !line.beginsObject else { return try scanner.scan(line) }
        held = HeldLine(Self.record(ofURL: line))
        return try scanner.scan(held.line)
      } catch {
        count -= 1
        try badLines.take(line, error)
      }
    }
    return nil
  }

  /// Takes the record last lent, whose bytes are given, for a bad line after all.
  /// - Throws: with `--strict`, and where the file of rejects can't be written.
  public mutating func reject(_ record: [UInt8], _ reason: String) throws {
    count -= 1
    try badLines.take(record.span, "\(lines.name):\(lines.lineNumber): \(reason)")
  }

  private static func record(ofURL line: borrowing Line) -> [UInt8] {
    var url = [UInt8]()
    for index in line.bytes.indices { url.append(line.bytes[index]) }
    var media = JSONObject()
    media.add("identifier", url)
    var record = JSONObject()
    record.add("media", media)
    return record.bytes
  }

  /// Whether there were lines that are no records.
  public var hasBadLines: Bool { badLines.count > 0 }

  /// Says what there is to say about bad lines.
  public consuming func finish() throws { try badLines.finish() }
}

extension Line {
  /// Whether nothing stands in it but blanks.
  fileprivate var isBlank: Bool { firstMark == nil }

  /// Whether the first byte that is no blank opens an object.
  fileprivate var beginsObject: Bool { firstMark == UInt8(ascii: "{") }

  private var firstMark: UInt8? {
    bytes.indices.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 }.map { bytes[$0] }
  }
}
