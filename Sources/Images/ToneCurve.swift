internal import Glibc

/// How samples become light: a tag of the type `curv` or `para` (ICC.1:2022 sections 10.6 and
/// 10.18).
struct ToneCurve {
  private enum Shape {
    case table([Double])
    case parametric([Double], linearBelow: Bool)
  }

  private let shape: Shape

  /// `nil` for any other type and what is cut short.
  init?(_ tag: ArraySlice<UInt8>) {
    let bytes = Array(tag.prefix(12 + 2 * 65_536))
    var cursor = ByteCursor(bytes.span, .bigEndian)
    guard let type = cursor.fourCC(), cursor.skip(4) else { return nil }
    let shape: Shape? =
      switch type {
      case "curv": Self.table(&cursor)
      case "para": Self.parametric(&cursor)
      default: nil
      }
    guard let shape else { return nil }
    self.shape = shape
  }

  private static func table(_ cursor: inout ByteCursor) -> Shape? {
    guard let count = cursor.uint32(), count <= 65_536 else { return nil }
    var values: [Double] = []
    for _ in 0..<count {
      guard let value = cursor.uint16() else { return nil }
      values.append(Double(value))
    }
    // A single number is an exponent, none is a straight line.
    if count < 2 {
      let exponent = values.first.map { $0 / 256 } ?? 1
      return .parametric([exponent, 1, 0, 0, 0], linearBelow: false)
    }
    return .table(values.map { $0 / 65_535 })
  }

  /// The types 0, of an exponent alone, and 3, of IEC 61966-2-1; no profile of sRGB has another.
  private static func parametric(_ cursor: inout ByteCursor) -> Shape? {
    guard let type = cursor.uint16(), cursor.skip(2), let count = [0: 1, 3: 5][type] else {
      return nil
    }
    var numbers: [Double] = []
    for _ in 0..<count {
      guard let number = cursor.int32() else { return nil }
      numbers.append(Double(number) / 65_536)
    }
    return type == 0
      ? .parametric(numbers + [1, 0, 0, 0], linearBelow: false)
      : .parametric(numbers, linearBelow: true)
  }

  /// The light of a sample, both 0...1.
  func value(_ sample: Double) -> Double {
    switch shape {
    case .table(let values):
      let place = sample * Double(values.count - 1)
      let index = min(Int(place), values.count - 2)
      let share = place - Double(index)
      return values[index] * (1 - share) + values[index + 1] * share
    case .parametric(let numbers, let linearBelow):
      if linearBelow, sample < numbers[4] { return numbers[3] * sample }
      return pow(max(0, numbers[1] * sample + numbers[2]), numbers[0])
    }
  }

  /// The sample of light in sRGB (IEC 61966-2-1 section 5.2), both 0...1.
  static func sRGB(encoding light: Double) -> Double {
    light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
  }
}
