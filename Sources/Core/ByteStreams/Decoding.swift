/// A decoder at work, whichever it is.
enum Decoding: ~Copyable {
  case none
  case zstd(ZstdDecoder)
  case gzip(GzipDecoder)

  init(_ format: CompressionFormat, name: String) throws(StreamError) {
    switch format {
    case .none: self = .none
    case .zstd: self = .zstd(ZstdDecoder())
    case .gzip: self = .gzip(try GzipDecoder(name: name))
    }
  }

  /// Unpacks some of `input`, and says how much of it.
  borrowing func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, name: String
  ) throws(StreamError) -> CodingStep {
    switch self {
    case .zstd(let decoder): try unsafe decoder.decode(input, into: output, name: name)
    case .gzip(let decoder): try unsafe decoder.decode(input, into: output, name: name)
    case .none: CodingStep(consumed: 0, produced: 0)
    }
  }

  /// Refuses an end in the middle of a frame.
  borrowing func checkEnd(name: String) throws(StreamError) {
    let isWhole =
      switch self {
      case .zstd(let decoder): decoder.isBetweenFrames
      case .gzip(let decoder): decoder.isBetweenFrames
      case .none: true
      }
    if !isWhole { throw StreamError(.damaged, name, "compressed data is cut short") }
  }
}
