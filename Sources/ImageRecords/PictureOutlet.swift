internal import ByteStreams
public import Invocation
public import Records

/// Where records leave: in the order in which they came, those that failed perhaps elsewhere.
public struct PictureOutlet: ~Copyable {
  private let stream: StreamOptions
  private var failedImage: FailedImage
  private var output: LineWriter
  private var failures: LineWriter?

  /// An outlet for records of `scanner`; failed ones go to the file `failures`, if it is named.
  /// - Throws: `StreamError` where a file can't be created.
  public static func open(
    _ stream: StreamOptions, failures path: String?, _ scanner: inout RecordScanner
  ) throws -> PictureOutlet {
    var failures: LineWriter?
    if let path { failures = try LineWriter.file(path) }
    return PictureOutlet(stream, FailedImage(&scanner), try stream.openOutput(), failures)
  }

  private init(
    _ stream: StreamOptions, _ failedImage: consuming FailedImage,
    _ output: consuming LineWriter, _ failures: consuming LineWriter?
  ) {
    self.stream = stream
    self.failedImage = failedImage
    self.output = output
    self.failures = failures
  }

  /// Passes a line on.
  public mutating func pass(_ line: borrowing Span<UInt8>) throws {
    output.append(line)
    try output.endLine()
  }

  /// Passes on a record that failed.
  public mutating func fail(_ record: borrowing Record, _ fault: PictureFault) throws {
    let line = try failedImage.bytes(of: record, error: fault.cause, message: fault.reason)
    if failures == nil { return try pass(line.span) }
    failures?.append(line.span)
    try failures?.endLine()
  }

  /// Writes what is there.
  public mutating func flush() throws {
    try output.flush()
    try failures?.flush()
  }

  /// Ends the writing.
  public consuming func finish() throws {
    if let failures = failures.take() { try stream.finish(side: failures) }
    try stream.finish(output)
  }
}
