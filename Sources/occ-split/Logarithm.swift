/// Natural logarithms that are the same on every machine: that of a C library may differ from
/// another's in the last bit, and a group would be in another set.
enum Logarithm {
  private static let ofTwo = 0x1.62e42fefa39efp-1
  private static let rootOfTwo = 0x1.6a09e667f3bcdp0
  /// 1/3, 1/5 and so on up to 1/21.
  private static let reciprocals: InlineArray<10, Double> = [
    1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13, 1 / 15, 1 / 17, 1 / 19, 1 / 21,
  ]

  /// −ln(u) of u = (the upper 52 bits of `word` and a half) / 2⁵².
  static func negative(ofFraction word: UInt64) -> Double {
    negative(of: (Double(word >> 12) + 0.5) * 0x1p-52)
  }

  /// −ln(u) of a normal u above 0.
  static func negative(of u: Double) -> Double {
    var (significand, exponent) = (u.significand, Double(u.exponent))
    if significand > rootOfTwo { (significand, exponent) = (significand * 0.5, exponent + 1) }
    // ln((1 + z) / (1 − z)) = 2 (z + z³/3 + z⁵/5 + …), here with |z| below 0.172.
    let z = (significand - 1) / (significand + 1)
    let square = z * z
    var sum = 0.0
    for index in reciprocals.indices.reversed() { sum = (sum + reciprocals[index]) * square }
    return -(exponent * ofTwo + 2 * (z + z * sum))
  }
}
