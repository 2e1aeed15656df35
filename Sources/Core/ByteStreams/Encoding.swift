/// An encoder at work, whichever it is.
enum Encoding: ~Copyable {
  case plain
  case zstd(ZstdEncoder)
  case gzip(GzipEncoder)

  init(_ format: CompressionFormat, name: String) throws(StreamError) {
    switch format {
    case .none: self = .plain
    case .zstd: self = .zstd(ZstdEncoder())
    case .gzip: self = .gzip(try GzipEncoder(name: name))
    }
  }

  /// Packs `input` into `descriptor`; `finish` ends the packing.
  borrowing func encode(
    _ input: UnsafeRawBufferPointer, finish: Bool, into descriptor: borrowing Descriptor
  ) throws(StreamError) {
    switch self {
    case .plain: try unsafe descriptor.write(all: input)
    case .zstd(let encoder): try unsafe encoder.encode(input, finish: finish, into: descriptor)
    case .gzip(let encoder): try unsafe encoder.encode(input, finish: finish, into: descriptor)
    }
  }
}
