/// Bytes out: a file or stream and, where its name asks for it, an encoder.
public struct ByteSink: ~Copyable {
  private var output: OutputFile
  private let encoding: Encoding

  init(_ output: consuming OutputFile, _ format: CompressionFormat) throws(StreamError) {
    encoding = try Encoding(format, name: output.name)
    self.output = output
  }

  init(plain output: consuming OutputFile) {
    encoding = .plain
    self.output = output
  }

  /// A file that appears under its name when `finish` returns, and not before; it is packed as
  /// its suffix says (`.zst`, `.gz`).
  /// - Throws: `StreamError` of kind `cannotCreate`.
  public static func file(_ path: String) throws(StreamError) -> ByteSink {
    try ByteSink(try OutputFile.create(path), CompressionFormat(suffixOf: path))
  }

  /// The standard output, packed with zstd if it `isPacked`.
  public static func standardOutput(isPacked: Bool) throws(StreamError) -> ByteSink {
    try ByteSink(OutputFile(direct: .standardOutput()), isPacked ? .zstd : .none)
  }

  /// Packed to be read again soon, by this process: quickly rather than well.
  init(spool output: consuming OutputFile) {
    encoding = .zstd(ZstdEncoder(level: ZstdEncoder.spoolLevel))
    self.output = output
  }

  /// The output's name as its user knows it.
  public var name: String { output.name }

  /// Whether what is written appears only at the end.
  var isPending: Bool { output.isPending }

  var terminalColumns: Int? { output.descriptor.terminalColumns }

  /// Writes all of it, or gives it to the encoder.
  /// - Throws: `StreamError`.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(StreamError) {
    try unsafe encoding.encode(bytes, finish: false, into: output.descriptor)
  }

  /// Writes what is left, closes, and gives a file its name.
  /// - Throws: `StreamError`.
  public consuming func finish() throws(StreamError) {
    let nothing = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    try unsafe encoding.encode(nothing, finish: true, into: output.descriptor)
    try output.commit()
  }
}
