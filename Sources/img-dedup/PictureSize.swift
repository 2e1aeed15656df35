import Images

/// How many pixels a picture has, as they are stored: before EXIF's orientation.
struct PictureSize: Sendable {
  let width: Int
  let height: Int

  /// `nil` where a side is not known, or is no number of pixels.
  init?(width: Int?, height: Int?) {
    guard let width, let height, width > 0, height > 0 else { return nil }
    self.width = width
    self.height = height
  }

  /// What a file says that begins with these bytes.
  init?(_ bytes: borrowing Span<UInt8>) {
    let header = ImageHeader(bytes)
    self.init(width: header?.width, height: header?.height)
  }

  /// The pixels; sides of more than 2³¹ count as such, so that they can be multiplied.
  var area: Int { min(width, 1 << 31) * min(height, 1 << 31) }
}
