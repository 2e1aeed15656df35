internal import CVips
internal import Digests

/// The first 128 bits of the SHA-256 of a picture's size, mode and samples.
public struct PixelDigest: Equatable, Hashable, Sendable {
  /// 32 hexadecimal digits.
  public let digits: String

  init(_ raster: Raster, isGrey: Bool) {
    let space = isGrey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB
    let mode = [raster.pixelSize, VIPS_FORMAT_UCHAR, space]
    self.init(raster.width, raster.height, mode, raster.bytes.span)
  }

  init(_ picture: borrowing VipsPicture) throws(VipsError) {
    let (width, height, mode) = (picture.width, picture.height, picture.mode)
    self = try picture.withPixels { pixels throws(VipsError) in
      PixelDigest(width, height, mode, pixels)
    }
  }

  private init(_ width: Int, _ height: Int, _ mode: [Int], _ samples: borrowing Span<UInt8>) {
    var digest = Digest(.sha256)
    let shape = ([width, height] + mode).map(String.init).joined(separator: " ") + "\0"
    digest.append(Array(shape.utf8).span)
    digest.append(samples)
    digits = String(digest.finish().prefix(32))
  }
}
