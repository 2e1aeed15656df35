extension UInt64 {
  /// How many pieces of 16 bits a hash is cut into.
  static let quarters = 4

  /// 16 of the bits; quarter 0 has the lowest.
  @inline(__always)
  func quarter(_ index: Int) -> UInt16 { UInt16(truncatingIfNeeded: self >> UInt64(16 * index)) }
}
