internal import Images

/// Makes new pictures of others: upright, in the sRGB space, with nothing in them but pixels; one
/// for each thread.
public struct PictureResizer: ~Copyable {
  /// Pixels that are held in memory at once, four bytes each; of more, libvips holds few rows.
  private static let mostPixelsHeld = 1 << 25

  private let encoder: JPEGEncoder

  /// A resizer.
  /// - Throws: `PixelError` where there is no memory.
  public init() throws(PixelError) {
    VipsPicture.prepare()
    encoder = try JPEGEncoder()
  }

  /// Makes a new picture of the one in a file's bytes.
  /// - Throws: `PixelError` where that does not decode to its end.
  public func resize(
    _ bytes: borrowing Span<UInt8>, _ resizing: Resizing
  ) throws(PixelError) -> ResizedPicture {
    let header = try PictureReader.checkedHeader(bytes)
    let bytes = copy bytes
    return try PictureReader.inTurn(header) { () throws(PixelError) in
      try resize(bytes, header, resizing)
    }
  }

  private func resize(
    _ bytes: Span<UInt8>, _ header: ImageHeader, _ resizing: Resizing
  ) throws(PixelError) -> ResizedPicture {
    if header.kind == .jpeg, let picture = try jpeg(bytes, header, resizing) { return picture }
    let picture: Result<ResizedPicture, PixelError>
    do throws(VipsError) {
      picture = try other(bytes, resizing)
    } catch {
      throw .undecodable(header)
    }
    return try picture.get()
  }

  /// A picture by libvips.
  private func other(
    _ bytes: Span<UInt8>, _ resizing: Resizing
  ) throws(VipsError) -> Result<ResizedPicture, PixelError> {
    let old = try VipsPicture.open(bytes) { $0.uprightSize }
    let size: (width: Int, height: Int)
    do throws(PixelError) {
      size = try resizing.size(of: old)
    } catch {
      return .failure(error)
    }
    let file = try VipsPicture.resized(bytes, width: size.width, height: size.height) {
      picture throws(VipsError) in
      switch resizing.format {
      case .jpeg: try encode(picture.colours(), resizing)
      case .webp, .png: try encode(picture.samples(), resizing)
      }
    }
    return file.map { ResizedPicture(bytes: $0, width: size.width, height: size.height) }
  }

  /// Saves pixels and nothing else: of a picture with more, libvips saves more.
  private func encode(
    _ picture: consuming VipsPicture, _ resizing: Resizing
  ) throws(VipsError) -> Result<[UInt8], PixelError> {
    let (width, height, size) = (picture.width, picture.height, picture.mode[0])
    return try picture.withPixels { bytes throws(VipsError) in
      let pixels = PixelRows(width: width, height: height, pixelSize: size, bytes: bytes)
      switch resizing.format {
      case .jpeg: return encode(pixels, quality: resizing.quality)
      case .webp:
        return try VipsPicture.lend(pixels) { picture throws(VipsError) in
          .success(WebPFile.withoutMetadata(try picture.webp(quality: resizing.quality)))
        }
      case .png:
        return try VipsPicture.lend(pixels) { picture throws(VipsError) in
          .success(try picture.png())
        }
      }
    }
  }

  private func encode(
    _ pixels: borrowing PixelRows, quality: Int
  ) -> Result<[UInt8], PixelError> {
    do throws(PixelError) {
      return .success(try encoder.encode(pixels, quality: quality))
    } catch {
      return .failure(error)
    }
  }
}

extension PictureResizer {
  /// A JPEG of a JPEG; `nil` where libvips makes it better: of other colours than those of sRGB,
  /// or larger than it was.
  private func jpeg(
    _ bytes: borrowing Span<UInt8>, _ header: ImageHeader, _ resizing: Resizing
  ) throws(PixelError) -> ResizedPicture? {
    let decoder = try JPEGDecoder()
    let own = try decoder.header(of: bytes)
    if resizing.format == .jpeg, !own.hasFourColours, Self.isSRGB(bytes),
      let picture = try jpeg(bytes, header, own, decoder, resizing)
    {
      return picture
    }
    // libvips passes over what is damaged within.
    try decoder.checkRest(of: bytes)
    return nil
  }

  private func jpeg(
    _ bytes: borrowing Span<UInt8>, _ header: ImageHeader, _ own: JPEGDecoder.Header,
    _ decoder: borrowing JPEGDecoder, _ resizing: Resizing
  ) throws(PixelError) -> ResizedPicture? {
    let turns = (header.orientation ?? 1) >= 5
    let size = try resizing.size(
      of: turns ? (own.height, own.width) : (own.width, own.height))
    let (width, height) = turns ? (size.height, size.width) : size
    guard width <= own.width, height <= own.height,
      let divisor = Self.divisor(own, width, height)
    else { return nil }
    let new = try decoder.colours(bytes, own, divisor: divisor).shrunk(to: width, height)
      .upright(header.orientation ?? 1)
    let file = try encoder.encode(new.pixels, quality: resizing.quality)
    return ResizedPicture(bytes: file, width: size.width, height: size.height)
  }

  private static func isSRGB(_ bytes: borrowing Span<UInt8>) -> Bool {
    JPEGProfile.bytes(in: bytes).map { ColourProfile($0).isSRGB } ?? true
  }

  /// The largest divisor that leaves a picture of the new size or of twice as much, so that the
  /// filter has something to do; `nil` where it would be too large for the memory.
  private static func divisor(
    _ header: JPEGDecoder.Header, _ width: Int, _ height: Int
  ) -> Int? {
    let divisor = [8, 4, 2].first { divisor in
      let (across, down) = (header.width.scaled(by: divisor), header.height.scaled(by: divisor))
      return (across, down) == (width, height) || across >= 2 * width && down >= 2 * height
    }
    let pixels = header.width.scaled(by: divisor ?? 1) * header.height.scaled(by: divisor ?? 1)
    return pixels > mostPixelsHeld ? nil : divisor ?? 1
  }
}
