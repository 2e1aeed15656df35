internal import CVips
internal import Glibc

/// A picture of libvips: of any format that it reads with loaders made for hostile files.
@safe
struct VipsPicture: ~Copyable {
  let image: OpaquePointer

  init(_ image: OpaquePointer) { unsafe self.image = image }

  deinit { unsafe vips_picture_release(image) }

  /// Sets what libvips finds in the environment, and what it would put there itself.
  ///
  /// Called before there are threads: setenv(3) moves what a getenv(3) in another one is reading,
  /// and TurboJPEG calls that for each picture.
  static func prepare() { _ = environment }

  private static let environment: Void = {
    // It would warn on the standard error by itself.
    unsafe setenv("VIPS_WARNING", "0", 1)
    // Its vector code is made at run time, and not by several threads at once.
    unsafe setenv("VIPS_NOVECTOR", "1", 1)
    // Where it lies.
    _ = unsafe vips_guess_prefix("gbifxdl", "VIPSHOME")
  }()

  /// Begins with the first picture that is not left to TurboJPEG, as starting libvips takes longer
  /// than all else that is done for one.
  private static let start: Void = {
    prepare()
    let code = unsafe vips_init("gbifxdl")
    precondition(code == 0, "libvips can't be started")
    // Whoever decodes has threads of its own, and asks for no picture twice.
    vips_concurrency_set(1)
    vips_cache_set_max(0)
    vips_block_untrusted_set(1)
  }()

  /// Calls `body` with a picture whose pixels are decoded on demand.
  static func open<Result>(
    _ bytes: borrowing Span<UInt8>, _ body: (borrowing VipsPicture) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    _ = start
    let bytes = copy bytes
    return try unsafe Self.lend(bytes) { start, count throws(VipsError) in
      guard let image = unsafe vips_picture_open(start, count) else { throw fault() }
      return try unsafe body(VipsPicture(image))
    }
  }

  /// Calls `body` with a small upright picture in the sRGB space: of exactly this size, or one
  /// that fits in it.
  static func thumbnail<Result>(
    _ bytes: borrowing Span<UInt8>, width: Int, height: Int, isExact: Bool,
    _ body: (borrowing VipsPicture) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    _ = start
    let bytes = copy bytes
    return try unsafe Self.lend(bytes) { start, count throws(VipsError) in
      let thumbnail = try unsafe made { out in
        unsafe vips_picture_thumbnail(
          start, count, Int32(width), Int32(height), isExact ? 1 : 0, out)
      }
      return try body(thumbnail)
    }
  }

  /// What is known of the size, and how a pixel's bytes are to be read.
  var width: Int { unsafe Int(vips_image_get_width(image)) }
  var height: Int { unsafe Int(vips_image_get_height(image)) }
  var mode: [Int] {
    unsafe [
      Int(vips_image_get_bands(image)), Int(vips_image_get_format(image)),
      Int(vips_image_get_interpretation(image)),
    ]
  }

  /// The size of the upright picture.
  var uprightSize: (width: Int, height: Int) {
    unsafe vips_image_get_orientation_swap(image) == 0 ? (width, height) : (height, width)
  }

  func upright() throws(VipsError) -> VipsPicture {
    try unsafe Self.made { out in unsafe vips_picture_upright(image, out) }
  }

  /// The picture without the samples that say what shines through, where nothing does: it looks
  /// as one that has none.
  func withoutNeedlessAlpha() throws(VipsError) -> VipsPicture {
    let bands = unsafe vips_image_get_bands(image)
    return try self.bands(0, try isOpaque(bands) ? bands - 1 : bands)
  }

  /// Decodes all pixels, a few rows at a time: a mean needs every one, where the search for the
  /// least ends with the first 0.
  func check() throws(VipsError) {
    var mean = 0.0
    try Self.check(unsafe vips_picture_mean(image, &mean))
  }

  private func isOpaque(_ count: Int32) throws(VipsError) -> Bool {
    guard unsafe vips_image_hasalpha(image) != 0, let most = mostOpaque else { return false }
    let alpha = try bands(count - 1, 1)
    var least = 0.0
    try Self.check(unsafe vips_picture_least(alpha.image, &least))
    return least == most
  }

  /// The sample that says that nothing shines through; `nil` of a format where it may be another.
  private var mostOpaque: Double? {
    switch unsafe Int(vips_image_get_format(image)) {
    case VIPS_FORMAT_UCHAR: 255
    case VIPS_FORMAT_USHORT: 65_535
    default: nil
    }
  }

  private func bands(_ first: Int32, _ count: Int32) throws(VipsError) -> VipsPicture {
    try unsafe Self.made { out in unsafe vips_picture_bands(image, first, count, out) }
  }

  /// Red, green and blue on white, a byte each.
  func colours() throws(VipsError) -> VipsPicture {
    let bytes = try samples()
    if unsafe vips_image_hasalpha(bytes.image) == 0 { return bytes }
    return try unsafe Self.made { out in unsafe vips_picture_flatten(bytes.image, out) }
  }

  /// Red, green and blue, and what shines through where something does, a byte each.
  func samples() throws(VipsError) -> VipsPicture {
    let converted = try unsafe Self.made { out in
      unsafe vips_picture_to(image, Int32(VIPS_INTERPRETATION_sRGB), out)
    }
    return try unsafe Self.made { out in unsafe vips_picture_bytes(converted.image, out) }
  }

  /// Calls `body` with all pixels, as they are in memory.
  func withPixels<Result>(
    _ body: (Span<UInt8>) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    var count = 0
    guard let start = unsafe vips_image_write_to_memory(image, &count) else {
      throw Self.fault()
    }
    defer { unsafe g_free(start) }
    let pixels = unsafe UnsafeBufferPointer(
      start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: count)
    return try unsafe body(pixels.span)
  }
}

extension VipsPicture {
  static func lend<Result>(
    _ bytes: Span<UInt8>,
    _ body: (UnsafePointer<UInt8>?, Int) throws(VipsError) -> Result
  ) throws(VipsError) -> Result {
    try unsafe bytes.withUnsafeBufferPointer { bytes throws(VipsError) in
      try unsafe body(bytes.baseAddress, bytes.count)
    }
  }

  static func made(
    _ operation: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(VipsError) -> VipsPicture {
    var image: OpaquePointer?
    try check(unsafe operation(&image))
    guard let image = unsafe image else { throw fault() }
    return unsafe VipsPicture(image)
  }

  /// The one place where libvips' codes are looked at.
  static func check(_ code: Int32) throws(VipsError) {
    if code != 0 { throw fault() }
  }

  /// That something failed: what libvips says is one pot for all threads, and may be of another
  /// picture.
  static func fault() -> VipsError {
    vips_error_clear()
    return VipsError()
  }
}

/// libvips does not decode a picture.
struct VipsError: Error {}
