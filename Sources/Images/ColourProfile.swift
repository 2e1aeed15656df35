/// A colour profile (ICC.1:2022), as far as it says whether it is that of sRGB.
public struct ColourProfile {
  /// Red, green and blue of sRGB in the profiles' own space (IEC 61966-2-1, adapted to D50).
  private static let primaries: [(FourCC, [Double])] = [
    ("rXYZ", [0.4361, 0.2225, 0.0139]), ("gXYZ", [0.3851, 0.7169, 0.0971]),
    ("bXYZ", [0.1431, 0.0606, 0.7141]),
  ]
  /// How far profiles of sRGB are rounded.
  private static let tolerance = 0.002
  /// In 255 steps: less is not seen in a picture of bytes.
  private static let largestError = 1.0

  private let bytes: [UInt8]

  /// A profile of these bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it is a whole profile of pixels of so many samples, of which one that shines
  /// through is none.
  public func isValid(samples: Int) -> Bool {
    var cursor = ByteCursor(bytes.span, .bigEndian)
    guard let size = cursor.uint32(), size <= bytes.count, name(at: 36) == "acsp" else {
      return false
    }
    return samples == 1 ? name(at: 16) == "GRAY" : samples == 3 && name(at: 16) == "RGB "
  }

  /// Whether what is seen is the same as without the profile, to the last of 255 steps; false
  /// also where that can't be told.
  public var isSRGB: Bool {
    guard name(at: 16) == "RGB ", tag("A2B0") == nil, tag("A2B1") == nil else { return false }
    let haveItsColours = Self.primaries.allSatisfy { name, primary in
      guard let found = colour(name) else { return false }
      return zip(found, primary).allSatisfy { abs($0 - $1) <= Self.tolerance }
    }
    return haveItsColours && (["rTRC", "gTRC", "bTRC"] as [FourCC]).allSatisfy { isItsCurve($0) }
  }

  private func isItsCurve(_ name: FourCC) -> Bool {
    guard let curve = tag(name).flatMap({ ToneCurve(bytes[$0...]) }) else { return false }
    return (0...32).allSatisfy { step in
      let sample = Double(step) / 32
      return abs(ToneCurve.sRGB(encoding: curve.value(sample)) - sample) * 255 <= Self.largestError
    }
  }

  /// Where the data of a tag begins.
  private func tag(_ name: FourCC) -> Int? {
    var cursor = ByteCursor(bytes.span, .bigEndian)
    guard cursor.seek(to: 128), let count = cursor.uint32() else { return nil }
    for _ in 0..<min(count, 100) {
      guard let found = cursor.fourCC(), let offset = cursor.uint32(), cursor.skip(4) else {
        return nil
      }
      if found == name { return offset < bytes.count ? offset : nil }
    }
    return nil
  }

  /// The three numbers of a tag of the type `XYZ `.
  private func colour(_ name: FourCC) -> [Double]? {
    var cursor = ByteCursor(bytes.span, .bigEndian)
    guard let start = tag(name), self.name(at: start) == "XYZ ", cursor.seek(to: start + 8),
      let x = cursor.int32(), let y = cursor.int32(), let z = cursor.int32()
    else { return nil }
    return [x, y, z].map { Double($0) / 65_536 }
  }

  private func name(at offset: Int) -> FourCC? {
    var cursor = ByteCursor(bytes.span, .bigEndian)
    return cursor.seek(to: offset) ? cursor.fourCC() : nil
  }
}
