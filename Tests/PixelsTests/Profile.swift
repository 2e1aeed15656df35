import Foundation

/// Makes colour profiles (ICC.1:2022) of three colours and a curve.
enum Profile {
  /// Those of sRGB and of Adobe RGB (1998), adapted to D50.
  static let sRGB = [
    [0.436_07, 0.222_49, 0.013_92], [0.385_15, 0.716_87, 0.097_08], [0.143_07, 0.060_61, 0.714_10],
  ]
  static let adobe = [
    [0.609_74, 0.311_11, 0.019_47], [0.205_28, 0.625_67, 0.060_87], [0.149_19, 0.063_22, 0.744_57],
  ]

  /// The curve of sRGB, in so many numbers.
  static func curve(_ count: Int) -> [UInt8] {
    let values = (0..<count).map { index in
      let sample = Double(index) / Double(count - 1)
      let light = sample <= 0.04045 ? sample / 12.92 : pow((sample + 0.055) / 1.055, 2.4)
      return Int((light * 65_535).rounded())
    }
    return tag("curv") + big(count, 4) + values.flatMap { big($0, 2) }
  }

  /// A curve of an exponent.
  static func exponent(_ number: Double) -> [UInt8] {
    tag("curv") + big(1, 4) + big(Int((number * 256).rounded()), 2) + [0, 0]
  }

  /// The curve of sRGB in five numbers.
  static let parametric =
    tag("para") + big(3, 2) + [0, 0]
    + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap { fixed($0) }

  /// A profile of colours.
  static func colours(_ primaries: [[Double]], _ curve: [UInt8]) -> [UInt8] {
    let white = [0.9642, 1, 0.8249]
    let colours = ["r", "g", "b"].enumerated().map { ("\($1)XYZ", xyz(primaries[$0])) }
    let curves = ["r", "g", "b"].map { ("\($0)TRC", curve) }
    return profile("RGB ", [("wtpt", xyz(white))] + colours + curves)
  }

  /// A profile of a space with these tags.
  static func profile(_ space: String, _ tags: [(String, [UInt8])]) -> [UInt8] {
    var (table, data) = (big(tags.count, 4), [UInt8]())
    for (name, content) in tags {
      table += Array(name.utf8) + big(132 + 12 * tags.count + data.count, 4)
      table += big(content.count, 4)
      data += content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    }
    var header = [UInt8](repeating: 0, count: 128)
    for (offset, text) in [(12, "mntr"), (16, space), (20, "XYZ "), (36, "acsp")] {
      header.replaceSubrange(offset..<offset + 4, with: Array(text.utf8))
    }
    header[8] = 2
    header.replaceSubrange(0..<4, with: big(128 + table.count + data.count, 4))
    header.replaceSubrange(68..<80, with: [0.9642, 1, 0.8249].flatMap { fixed($0) })
    return header + table + data
  }

  private static func tag(_ type: String) -> [UInt8] { Array(type.utf8) + [0, 0, 0, 0] }

  private static func xyz(_ numbers: [Double]) -> [UInt8] {
    tag("XYZ ") + numbers.flatMap { fixed($0) }
  }

  private static func fixed(_ number: Double) -> [UInt8] {
    big(Int((number * 65_536).rounded()), 4)
  }
}
