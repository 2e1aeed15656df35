/// A distance in the words of GBIF and Elasticsearch: `5km`, `1250m`, `3.1 miles`.
public struct Distance: Equatable, Sendable {
  /// The text as it was given, for GBIF.
  public let text: String
  /// More than 0.
  public let metres: Double

  /// Metres by the names of units, which are in these cases only.
  ///
  /// Source: gbif-api, `DistanceUnit`, which is Elasticsearch's.
  private static let units: [String: Double] = [
    "": 1, "m": 1, "meters": 1, "km": 1000, "kilometers": 1000,
    "cm": 0.01, "centimeters": 0.01, "mm": 0.001, "millimeters": 0.001,
    "mi": 1609.344, "miles": 1609.344, "yd": 0.9144, "yards": 0.9144,
    "ft": 0.3048, "feet": 0.3048, "in": 0.0254, "inch": 0.0254,
    "NM": 1852, "nmi": 1852, "nauticalmiles": 1852,
  ]

  /// Reads a number and its unit.
  ///
  /// Without a unit it is metres. Blanks may stand before both.
  ///
  /// - Throws: `GeometryError` where it is none, has another unit or is not more than 0.
  public init(_ text: some StringProtocol) throws(GeometryError) {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
    let end = bytes[start...].firstIndex { !Decimal.isPart($0) } ?? bytes.count
    func fault(at byte: Int, _ reason: String) -> GeometryError {
      GeometryError("distance", String(text), byte: byte, reason)
    }
    guard let number = Decimal.parse(bytes[start..<end]) else {
      throw fault(at: start, "a number is expected here, as in '5km'")
    }
    let unit = bytes[end...].drop { $0 == UInt8(ascii: " ") }
    guard let metres = Self.units[String(decoding: unit, as: UTF8.self)] else {
      throw fault(
        at: unit.startIndex, "a unit is expected here: m, km, cm, mm, mi, yd, ft, in, nmi or NM")
    }
    guard number > 0, (number * metres).isFinite else {
      throw fault(at: start, "a distance is more than 0")
    }
    self.text = String(text)
    self.metres = number * metres
  }
}
