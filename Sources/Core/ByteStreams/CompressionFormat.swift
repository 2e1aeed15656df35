/// How the bytes of a stream are packed.
enum CompressionFormat {
  case none, gzip, zstd

  /// By the first bytes of a stream, `nil` while more are needed: RFC 1952 section 2.3.1,
  /// RFC 8878 sections 3.1.1 and 3.1.2.
  init?(firstBytes bytes: UnsafeRawBufferPointer, isAll: Bool) {
    let gzip: [UInt8] = [0x1F, 0x8B]
    let zstd: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    let skippable: [UInt8] = [0x2A, 0x4D, 0x18]
    let isSkippable = unsafe bytes.first.map { $0 & 0xF0 == 0x50 } ?? false
    if bytes.count < 4, !isAll {
      let mayBePacked = unsafe gzip.starts(with: bytes) || zstd.starts(with: bytes)
      if mayBePacked || isSkippable { return nil }
    }
    if unsafe bytes.starts(with: gzip) {
      self = .gzip
    } else if unsafe bytes.starts(with: zstd)
      || isSkippable && bytes.dropFirst().starts(with: skippable)
    {
      self = .zstd
    } else {
      self = .none
    }
  }

  /// By the suffix of the name of a file to be written.
  init(suffixOf path: String) {
    if path.hasSuffix(".zst") {
      self = .zstd
    } else if path.hasSuffix(".gz") {
      self = .gzip
    } else {
      self = .none
    }
  }
}
