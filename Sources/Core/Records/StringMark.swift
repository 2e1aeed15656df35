/// What is not a plain character in a string: a quote, or the backslash of an escape.
enum StringMark {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highestBits: UInt64 = 0x8080_8080_8080_8080

  /// The offset of the first one from `offset` on, or that of the end.
  static func first(in bytes: borrowing Span<UInt8>, from offset: Int) -> Int {
    var offset = offset
    unsafe bytes.withUnsafeBytes { bytes in
      while offset + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let marks = zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C)
        if marks != 0 {
          offset += UInt64(littleEndian: marks).trailingZeroBitCount / 8
          return
        }
        offset += 8
      }
    }
    while offset < bytes.count, bytes[offset] != 0x22, bytes[offset] != 0x5C { offset += 1 }
    return offset
  }

  /// The highest bit of the first byte that is zero, in the order of the bytes; of later ones
  /// it may be wrong.
  private static func zeros(_ word: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: word)
    return UInt64(littleEndian: (word &- ones) & ~word & highestBits)
  }
}
