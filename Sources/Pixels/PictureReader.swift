internal import Images
internal import Synchronization

/// Decodes pictures of any format for what is to be known of them; one for each thread.
public struct PictureReader: ~Copyable {
  /// Pictures with more pixels are not decoded: they would take gigabytes.
  static let mostPixels = 1 << 28

  /// Those with more than this are decoded one after the other, whatever threads there are.
  static let manyPixels = 1 << 26
  private static let turn = Mutex(())

  /// A reader; the first one before there are threads, as it sets variables of the environment.
  /// - Throws: `PixelError` where there is no memory for a decoder.
  public init() throws(PixelError) {
    VipsPicture.prepare()
    _ = try JPEGDecoder()
  }

  /// The fingerprint of the upright picture in a file's bytes.
  /// - Throws: `PixelError` where it does not decode to its end.
  public func fingerprint(of bytes: borrowing Span<UInt8>) throws(PixelError) -> Fingerprint {
    let header = try Self.checkedHeader(bytes)
    let bytes = copy bytes
    return try Self.inTurn(header) { () throws(PixelError) in try fingerprint(of: bytes, header) }
  }

  private func fingerprint(
    of bytes: Span<UInt8>, _ header: ImageHeader
  ) throws(PixelError) -> Fingerprint {
    if header.kind == .jpeg, let grid = try grid(ofJPEG: bytes) {
      return Fingerprint(grid.upright(header.orientation ?? 1))
    }
    let side = 2 * Fingerprint.side
    do throws(VipsError) {
      return try VipsPicture.thumbnail(bytes, width: side, height: side, isExact: true) {
        picture throws(VipsError) in
        try picture.colours().withPixels { pixels throws(VipsError) in
          let grey = Self.brightness(of: pixels)
          return Fingerprint(Self.grid(grey.span, width: side, height: side))
        }
      }
    } catch {
      throw .undecodable(header)
    }
  }

  /// `nil` for a JPEG of four colours.
  private func grid(ofJPEG bytes: borrowing Span<UInt8>) throws(PixelError) -> Grid? {
    let jpeg = try JPEGDecoder()
    let header = try jpeg.header(of: bytes)
    if header.hasFourColours {
      // libvips passes over what is damaged within.
      try jpeg.checkRest(of: bytes)
      return nil
    }
    let raster = try jpeg.grey(bytes, header, least: 2 * Fingerprint.side)
    return Self.grid(raster.bytes.span, width: raster.width, height: raster.height)
  }

  /// That of red, green and blue, a byte each, as JPEG itself has it (ITU-R BT.601), so that the
  /// same picture in another format has the same fingerprint.
  private static func brightness(of pixels: borrowing Span<UInt8>) -> [UInt8] {
    var grey: [UInt8] = []
    grey.reserveCapacity(pixels.count / 3)
    for index in stride(from: 0, to: pixels.count - 2, by: 3) {
      let (red, green, blue) = (Int(pixels[index]), Int(pixels[index + 1]), Int(pixels[index + 2]))
      grey.append(UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000))
    }
    return grey
  }

  private static func grid(_ grey: borrowing Span<UInt8>, width: Int, height: Int) -> Grid {
    Grid(
      grey, width: width, height: height, columns: Fingerprint.side, rows: Fingerprint.side)
  }

  /// What the pixels of the upright picture are, whatever else is in the file: the same for two
  /// files if and only if size, mode and all samples are the same, but for those of an alpha
  /// channel that lets nothing shine through.
  /// - Throws: `PixelError` where it does not decode to its end.
  public func pixelDigest(of bytes: borrowing Span<UInt8>) throws(PixelError) -> PixelDigest {
    let header = try Self.checkedHeader(bytes)
    let bytes = copy bytes
    return try Self.inTurn(header) { () throws(PixelError) in try pixelDigest(of: bytes, header) }
  }

  private func pixelDigest(
    of bytes: Span<UInt8>, _ header: ImageHeader
  ) throws(PixelError) -> PixelDigest {
    if header.kind == .jpeg {
      let jpeg = try JPEGDecoder()
      let own = try jpeg.header(of: bytes)
      if !own.hasFourColours {
        let raster = try jpeg.whole(bytes, own).upright(header.orientation ?? 1)
        return PixelDigest(raster, isGrey: own.isGrey)
      }
      try jpeg.checkRest(of: bytes)
    }
    do throws(VipsError) {
      return try VipsPicture.open(bytes) { picture throws(VipsError) in
        try PixelDigest(picture.upright().withoutNeedlessAlpha())
      }
    } catch {
      throw .undecodable(header)
    }
  }

  /// A small upright JPEG of the picture, no side longer than `side`, on white.
  /// - Throws: `PixelError` where it does not decode.
  public func thumbnail(
    of bytes: borrowing Span<UInt8>, side: Int
  ) throws(PixelError) -> [UInt8] {
    let header = try Self.checkedHeader(bytes)
    let bytes = copy bytes
    return try Self.inTurn(header) { () throws(PixelError) in
      do throws(VipsError) {
        return try VipsPicture.thumbnail(bytes, width: side, height: side, isExact: false) {
          picture throws(VipsError) in try picture.colours().jpeg(quality: 70)
        }
      } catch {
        throw .undecodable(header)
      }
    }
  }

  /// Decodes the picture in a file's bytes to its end, and keeps nothing of it.
  /// - Throws: `PixelError` where it does not decode.
  public func check(_ bytes: borrowing Span<UInt8>) throws(PixelError) {
    let header = try Self.checkedHeader(bytes)
    let bytes = copy bytes
    try Self.inTurn(header) { () throws(PixelError) in try check(bytes, header) }
  }

  private func check(_ bytes: Span<UInt8>, _ header: ImageHeader) throws(PixelError) {
    if header.kind == .jpeg { return try JPEGDecoder().checkRest(of: bytes) }
    do throws(VipsError) {
      try VipsPicture.open(bytes) { picture throws(VipsError) in try picture.check() }
    } catch {
      throw .undecodable(header)
    }
  }

  /// Waits for other threads that decode a large picture, where this is one.
  static func inTurn<Result: Sendable>(
    _ header: ImageHeader, _ decode: () throws(PixelError) -> Result
  ) throws(PixelError) -> Result {
    guard (header.width ?? 0) * (header.height ?? 0) > manyPixels else { return try decode() }
    return try turn.withLock { _ throws(PixelError) in try decode() }
  }

  /// What the bytes say of themselves, where it is worth to decode them.
  static func checkedHeader(_ bytes: borrowing Span<UInt8>) throws(PixelError) -> ImageHeader {
    guard let header = ImageHeader(bytes) else { throw PixelError("is no picture") }
    if let width = header.width, let height = header.height {
      try check(width, height, header, bytes)
    }
    if header.kind == .jpeg { return header }
    // To libvips a GIF is as large as its largest frame, whatever its header says.
    let size = try sizeDecoded(bytes, header)
    try check(size.width, size.height, header, bytes)
    return ImageHeader(
      kind: header.kind, width: size.width, height: size.height, orientation: header.orientation,
      isComplete: header.isComplete)
  }

  private static func check(
    _ width: Int, _ height: Int, _ header: ImageHeader, _ bytes: borrowing Span<UInt8>
  ) throws(PixelError) {
    let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
    if overflows || pixels > mostPixels { throw .tooLarge(width, height) }
    // Its decoder takes what is missing for empty; a code of three bits is 4096 pixels at most.
    if header.kind == .gif, pixels > manyPixels, pixels / (3 << 12) > bytes.count {
      throw .undecodable(header)
    }
  }

  private static func sizeDecoded(
    _ bytes: borrowing Span<UInt8>, _ header: ImageHeader
  ) throws(PixelError) -> (width: Int, height: Int) {
    do throws(VipsError) {
      return try VipsPicture.open(bytes) { ($0.width, $0.height) }
    } catch {
      throw .undecodable(header)
    }
  }
}
