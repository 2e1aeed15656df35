internal import ByteStreams
internal import Records

/// What is done with lines that are no records: told, kept where asked, counted, passed over.
struct BadLines: ~Copyable {
  /// After this many they are only counted.
  private static let toldAtMost = 10

  private let diagnostics: Diagnostics
  private let isStrict: Bool
  private let limit: ByteCount
  private let rejectsPath: String?
  private var rejects: LineWriter?
  /// How many there were.
  private(set) var count = 0

  init(_ options: StreamOptions, _ diagnostics: Diagnostics) throws {
    self.diagnostics = diagnostics
    isStrict = options.strict
    limit = options.maxLine
    rejectsPath = options.rejects
    rejects = nil
    if let rejectsPath { rejects = try LineWriter.file(rejectsPath) }
  }

  /// Takes a line that is no record.
  mutating func take(_ line: borrowing Line, _ fault: RecordFault) throws {
    try take(line.bytes, "\(line.input):\(line.number):\(fault.column): \(fault.reason)")
  }

  /// Takes a line for which there is a message already.
  mutating func take(_ bytes: borrowing Span<UInt8>, _ message: String) throws {
    rejects?.append(bytes)
    try rejects?.endLine()
    try tell(message)
  }

  /// Takes a piece of a line that is too long.
  mutating func takePiece(of line: borrowing Line) throws {
    if line.isStart {
      try tell("\(line.input):\(line.number): longer than \(limit) (see --max-line)")
    }
    rejects?.append(line.bytes)
    if line.isEnd { try rejects?.endLine() }
  }

  private mutating func tell(_ message: String) throws {
    count += 1
    if isStrict { throw Failure(.badInput, message) }
    diagnostics.note(.badInput)
    if count <= Self.toldAtMost { diagnostics.report(.badInput, message) }
  }

  /// Tells how many there were and where they are.
  consuming func finish() throws {
    if count > Self.toldAtMost { diagnostics.report(.badInput, "\(count) lines were no records") }
    guard rejects != nil else { return }
    if count > 0, let rejectsPath { diagnostics.say("\(rejectsPath): \(count) lines kept") }
    try rejects.take()?.finish()
  }
}
