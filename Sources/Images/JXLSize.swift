/// The size in front of a JPEG XL codestream (ISO/IEC 18181-1 section D.2, `SizeHeader`).
struct JXLSize {
  let width: Int
  let height: Int

  /// Reads it; `nil` where the bits end before.
  init?(_ bits: inout BitReader) {
    guard let isSmall = bits.take(1), let height = Self.side(isSmall == 1, &bits),
      let ratio = bits.take(3)
    else { return nil }
    self.height = height
    if ratio > 0 {
      let (numerator, denominator) = Self.ratios[ratio - 1]
      width = height * numerator / denominator
    } else {
      guard let width = Self.side(isSmall == 1, &bits) else { return nil }
      self.width = width
    }
  }

  private static let ratios = [(1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1)]

  /// Up to 256 in eights, or any number after a selector of its length.
  private static func side(_ isSmall: Bool, _ bits: inout BitReader) -> Int? {
    if isSmall { return bits.take(5).map { 8 * ($0 + 1) } }
    guard let selector = bits.take(2) else { return nil }
    return bits.take([9, 13, 18, 30][selector]).map { $0 + 1 }
  }
}
