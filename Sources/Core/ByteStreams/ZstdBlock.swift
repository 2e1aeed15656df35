internal import CZstd

/// Packs and unpacks blocks of bytes, each of which is a zstd frame with a check sum (RFC 8878).
@safe struct ZstdBlockCoder: ~Copyable {
  private let encoder = unsafe ZSTD_createCCtx()
  private let decoder = unsafe ZSTD_createDCtx()

  init(level: Int32) {
    unsafe ZSTD_CCtx_setParameter(encoder, ZSTD_c_checksumFlag, 1)
    unsafe ZSTD_CCtx_setParameter(encoder, ZSTD_c_compressionLevel, level)
  }

  deinit {
    unsafe ZSTD_freeCCtx(encoder)
    unsafe ZSTD_freeDCtx(decoder)
  }

  /// How many bytes so many take at most when they are packed.
  static func bound(_ count: Int) -> Int { ZSTD_compressBound(count) }

  /// Packs a block into `output`, and gives its length there.
  func encode(
    _ block: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, name: String
  ) throws(StreamError) -> Int {
    try unsafe checkZstd(
      ZSTD_compress2(encoder, output.baseAddress, output.count, block.baseAddress, block.count),
      name: name)
  }

  /// Unpacks a block that fills `output`.
  func decode(
    _ packed: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, name: String
  ) throws(StreamError) {
    let count = try unsafe checkZstd(
      ZSTD_decompressDCtx(
        decoder, output.baseAddress, output.count, packed.baseAddress, packed.count),
      name: name)
    if count != output.count { throw StreamError(.damaged, name, "a block is cut short") }
  }
}
