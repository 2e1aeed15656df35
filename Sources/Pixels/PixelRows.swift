/// Decoded pixels that lie anywhere, row after row without gaps.
struct PixelRows: ~Escapable {
  let width: Int
  let height: Int
  /// The bytes of one pixel.
  let pixelSize: Int
  let bytes: Span<UInt8>

  @_lifetime(copy bytes)
  init(width: Int, height: Int, pixelSize: Int, bytes: Span<UInt8>) {
    self.width = width
    self.height = height
    self.pixelSize = pixelSize
    self.bytes = bytes
  }
}

extension Raster {
  /// The same, lent.
  var pixels: PixelRows {
    @_lifetime(borrow self)
    get { PixelRows(width: width, height: height, pixelSize: pixelSize, bytes: bytes.span) }
  }
}
