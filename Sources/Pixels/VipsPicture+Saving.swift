internal import CVips

extension VipsPicture {
  /// The picture as a JPEG of this quality, 1...100.
  func jpeg(quality: Int) throws(VipsError) -> [UInt8] {
    try unsafe saved { unsafe vips_picture_jpeg(image, Int32(quality), $0, $1) }
  }

  /// The picture as a WebP of this quality, 1...100.
  func webp(quality: Int) throws(VipsError) -> [UInt8] {
    try unsafe saved { unsafe vips_picture_webp(image, Int32(quality), $0, $1) }
  }

  /// The picture as a PNG.
  func png() throws(VipsError) -> [UInt8] {
    try unsafe saved { unsafe vips_picture_png(image, $0, $1) }
  }

  /// Calls `body` with a picture that has these pixels and nothing else.
  static func lend<Result>(
    _ pixels: borrowing PixelRows, _ body: (borrowing VipsPicture) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    let (width, height) = (Int32(pixels.width), Int32(pixels.height))
    let bands = Int32(pixels.pixelSize)
    return try unsafe lend(pixels.bytes) { start, count throws(VipsError) in
      let image = unsafe vips_image_new_from_memory(
        start, count, width, height, bands, Int32(VIPS_FORMAT_UCHAR))
      guard let image = unsafe image else { throw fault() }
      return try unsafe body(VipsPicture(image))
    }
  }

  private func saved(
    _ save: (
      UnsafeMutablePointer<UnsafeMutableRawPointer?>, UnsafeMutablePointer<Int>
    ) -> Int32
  ) throws(VipsError) -> [UInt8] {
    var bytes: UnsafeMutableRawPointer?
    var count = 0
    try Self.check(unsafe save(&bytes, &count))
    defer { unsafe g_free(bytes) }
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
