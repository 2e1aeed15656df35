/// Numbers in WKT and in distances.
enum Decimal {
  /// The number in decimal digits that these bytes are, `1.5e-3` too; `nil` where they are none
  /// or one that is not finite.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Double? {
    // Swift also reads `nan`, `inf` and hexadecimal digits.
    guard bytes.allSatisfy(isPart), let number = Double(String(decoding: bytes, as: UTF8.self))
    else { return nil }
    return number.isFinite ? number : nil
  }

  /// Whether the byte may stand in a number.
  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
