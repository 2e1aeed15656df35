/// What a new picture is to be.
public struct Resizing: Equatable, Sendable {
  /// The formats that are written.
  public enum Format: String, CaseIterable, Sendable {
    /// On white, of one mode for all pictures: red, green and blue.
    case jpeg
    /// With what shines through.
    case webp
    /// With what shines through, and without loss.
    case png

    /// The longest side that it has room for.
    var longestSide: Int { self == .webp ? 16_383 : 65_500 }
  }

  /// New pictures with more pixels would take gigabytes.
  private static let mostPixels = 1 << 26

  /// How large it is to be.
  public let size: SizeRule
  /// Of which format.
  public let format: Format
  /// How good, 1...100; of no meaning for PNG.
  public let quality: Int

  /// All of it.
  public init(size: SizeRule, format: Format, quality: Int) {
    self.size = size
    self.format = format
    self.quality = quality
  }

  /// The size for a picture of so many pixels.
  func size(of size: (width: Int, height: Int)) throws(PixelError) -> (width: Int, height: Int) {
    let (width, height) = self.size.size(of: size.width, size.height)
    if max(width, height) > format.longestSide || width * height > Self.mostPixels {
      throw PixelError("\(width)×\(height) pixels are more than are written")
    }
    return (width, height)
  }
}

/// A new picture.
public struct ResizedPicture: Sendable {
  /// Its file.
  public let bytes: [UInt8]
  /// Pixels in a row, upright.
  public let width: Int
  /// Rows, upright.
  public let height: Int
}
