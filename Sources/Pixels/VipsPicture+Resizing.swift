internal import CVips
internal import Images

extension VipsPicture {
  /// How the colours of a picture become those of sRGB.
  private enum Colours {
    /// As libvips knows their space.
    case known
    /// By the profile in the picture.
    case profile
    /// From those of print.
    case print
  }

  /// Calls `body` with the upright picture in exactly this size; its colours are known to
  /// `colours` and `samples`.
  static func resized<Result>(
    _ bytes: borrowing Span<UInt8>, width: Int, height: Int,
    _ body: (borrowing VipsPicture) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    let colours = try open(bytes) { picture in picture.colourSpace }
    switch colours {
    case .known: return try thumbnail(bytes, width: width, height: height, isExact: true, body)
    case .profile: return try managed(bytes, width, height, body)
    case .print: return try unprinted(bytes, width, height, body)
    }
  }

  private var colourSpace: Colours {
    if unsafe vips_image_get_interpretation(image) == Int32(VIPS_INTERPRETATION_CMYK) {
      return .print
    }
    let bands = mode[0] - (unsafe vips_image_hasalpha(image) == 0 ? 0 : 1)
    guard let profile else { return .known }
    return profile.isValid(samples: bands) ? .profile : .known
  }

  private var profile: ColourProfile? {
    let name = "icc-profile-data"
    var bytes: UnsafeRawPointer?
    var count = 0
    guard unsafe vips_image_get_typeof(image, name) != 0,
      unsafe vips_image_get_blob(image, name, &bytes, &count) == 0
    else { return nil }
    return ColourProfile(unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count)))
  }

  private static func managed<Result>(
    _ bytes: borrowing Span<UInt8>, _ width: Int, _ height: Int,
    _ body: (borrowing VipsPicture) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    let bytes = copy bytes
    return try unsafe lend(bytes) { start, count throws(VipsError) in
      let picture = try unsafe made { out in
        unsafe vips_picture_managed(start, count, Int32(width), Int32(height), out)
      }
      return try body(picture)
    }
  }

  private static func unprinted<Result>(
    _ bytes: borrowing Span<UInt8>, _ width: Int, _ height: Int,
    _ body: (borrowing VipsPicture) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    let bytes = copy bytes
    return try unsafe lend(bytes) { start, count throws(VipsError) in
      guard let image = unsafe vips_picture_stream(start, count) else { throw fault() }
      let stream = unsafe VipsPicture(image)
      let colours = try unsafe made { out in unsafe vips_picture_unprinted(stream.image, out) }
      let picture = try unsafe made { out in
        unsafe vips_picture_resized(colours.image, Int32(width), Int32(height), out)
      }
      return try body(picture)
    }
  }
}
