internal import CZstd

/// Unpacks a series of zstd frames (RFC 8878).
@safe struct ZstdDecoder: ~Copyable {
  private let context = unsafe ZSTD_createDCtx()
  /// 0 between frames, as `ZSTD_decompressStream` says it.
  private let hint = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  init() { unsafe hint.initialize(to: 0) }

  deinit {
    unsafe ZSTD_freeDCtx(context)
    unsafe hint.deallocate()
  }

  var isBetweenFrames: Bool { unsafe hint.pointee == 0 }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, name: String
  ) throws(StreamError) -> CodingStep {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let next = try unsafe checkZstd(
      ZSTD_decompressStream(context, &target, &source), name: name)
    // A call that moved nothing speaks of a frame that may never come.
    if unsafe source.pos > 0 || target.pos > 0 { unsafe hint.pointee = next }
    return unsafe CodingStep(consumed: source.pos, produced: target.pos)
  }
}

/// Packs bytes into one zstd frame with a check sum.
@safe struct ZstdEncoder: ~Copyable {
  /// For what this process reads again soon: quickly rather than well.
  static let spoolLevel: Int32 = -4

  private let context = unsafe ZSTD_createCCtx()
  private let output = UnsafeMutableRawBufferPointer.allocate(
    byteCount: ZSTD_CStreamOutSize(), alignment: 16)

  /// 3 is zstd's own default; less is faster, also below 0.
  init(level: Int32 = 3) {
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
  }

  deinit {
    unsafe ZSTD_freeCCtx(context)
    unsafe output.deallocate()
  }

  /// Packs `input`; `finish` ends the frame, otherwise some of the last bytes wait for more.
  func encode(
    _ input: UnsafeRawBufferPointer, finish: Bool, into descriptor: borrowing Descriptor
  ) throws(StreamError) {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    let directive = finish ? ZSTD_e_end : ZSTD_e_continue
    while true {
      var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
      let left = try unsafe checkZstd(
        ZSTD_compressStream2(context, &target, &source, directive), name: descriptor.name)
      try unsafe descriptor.write(all: UnsafeRawBufferPointer(rebasing: output[..<target.pos]))
      if unsafe finish ? left == 0 : source.pos == source.size { return }
    }
  }
}

/// The result of a call of zstd, where it is no error.
func checkZstd(_ code: Int, name: String) throws(StreamError) -> Int {
  guard ZSTD_isError(code) == 0 else {
    let reason = unsafe String(cString: ZSTD_getErrorName(code)).lowercased()
    throw StreamError(.damaged, name, "zstd: \(reason)")
  }
  return code
}
