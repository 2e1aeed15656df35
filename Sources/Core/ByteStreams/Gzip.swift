internal import CZlib

/// Unpacks a series of gzip members (RFC 1952).
@safe struct GzipDecoder: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let isInside = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

  init(name: String) throws(StreamError) {
    unsafe stream.initialize(to: z_stream())
    unsafe isInside.initialize(to: false)
    try unsafe checkZlib(gzip_inflate_init(stream), stream, name: name)
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe isInside.deallocate()
  }

  var isBetweenFrames: Bool { unsafe !isInside.pointee }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, name: String
  ) throws(StreamError) -> CodingStep {
    unsafe point(stream, at: input, output)
    let code = unsafe inflate(stream, Z_NO_FLUSH)
    try unsafe checkZlib(code, stream, name: name)
    if code != Z_BUF_ERROR { unsafe isInside.pointee = code != Z_STREAM_END }
    if code == Z_STREAM_END { try unsafe checkZlib(inflateReset(stream), stream, name: name) }
    return unsafe CodingStep(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out))
  }
}

/// Packs bytes into one gzip member.
@safe struct GzipEncoder: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let output = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 1 << 17, alignment: 16)

  init(name: String) throws(StreamError) {
    unsafe stream.initialize(to: z_stream())
    try unsafe checkZlib(gzip_deflate_init(stream, 6), stream, name: name)
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
    unsafe output.deallocate()
  }

  func encode(
    _ input: UnsafeRawBufferPointer, finish: Bool, into descriptor: borrowing Descriptor
  ) throws(StreamError) {
    unsafe point(stream, at: input, output)
    while true {
      let code = unsafe deflate(stream, finish ? Z_FINISH : Z_NO_FLUSH)
      try unsafe checkZlib(code, stream, name: descriptor.name)
      let packed = unsafe output.count - Int(stream.pointee.avail_out)
      try unsafe descriptor.write(all: UnsafeRawBufferPointer(rebasing: output[..<packed]))
      unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.pointee.avail_out = UInt32(output.count)
      if unsafe finish ? code == Z_STREAM_END : stream.pointee.avail_in == 0 { return }
    }
  }
}

private func point(
  _ stream: UnsafeMutablePointer<z_stream>, at input: UnsafeRawBufferPointer,
  _ output: UnsafeMutableRawBufferPointer
) {
  unsafe stream.pointee.next_in = UnsafeMutablePointer(
    mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
  unsafe stream.pointee.avail_in = UInt32(input.count)
  unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
  unsafe stream.pointee.avail_out = UInt32(output.count)
}

private func checkZlib(
  _ code: Int32, _ stream: UnsafeMutablePointer<z_stream>, name: String
) throws(StreamError) {
  // Z_BUF_ERROR says only that nothing could be done with these buffers.
  if code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR { return }
  let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "error \(code)"
  throw StreamError(.damaged, name, "gzip: \(reason)")
}
