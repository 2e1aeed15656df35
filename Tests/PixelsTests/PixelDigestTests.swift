import Testing
import Trials

@testable import Pixels

/// When the pixels of two files are the same.
struct PixelDigestTests {
  private static let samples = (0..<24).map { UInt8($0 * 9) }

  private static func decoded(_ name: String) throws -> (bytes: [UInt8], Raster) {
    let bytes = try drawn(name)
    let decoder = try JPEGDecoder()
    return (bytes, try decoder.whole(bytes.span, decoder.header(of: bytes.span)))
  }

  @Test(arguments: ["salmo-salar-03.jpg", "thecla-betulae-01.jpg", "helianthus-annuus-08.jpg"])
  func `the format of a file does not matter`(name: String) throws {
    let (bytes, raster) = try Self.decoded(name)
    let png = Encoder.png(
      raster.width, raster.height, pixelSize: raster.pixelSize, raster.bytes)
    #expect(try digest(png) == digest(bytes))
  }

  @Test func `what else is in a JPEG does not matter`() throws {
    let bytes = try drawn("salmo-salar-03.jpg")
    let plain = try digest(bytes)
    let comment = Array("a salmon".utf8)
    #expect(try digest(Encoder.jpeg(bytes, with: 0xE1, Encoder.exif(nil))) == plain)
    #expect(try digest(Encoder.jpeg(bytes, with: 0xE1, Encoder.exif(1))) == plain)
    #expect(try digest(Encoder.jpeg(bytes, with: 0xFE, comment)) == plain)
    #expect(try digest(bytes + comment) == plain)
  }

  @Test func `what else is in a PNG does not matter`() throws {
    let text = Encoder.chunk("tEXt", Array("Author\0A. Berg".utf8))
    let plain = Encoder.png(4, 6, pixelSize: 1, Self.samples)
    #expect(
      try digest(Encoder.png(4, 6, pixelSize: 1, Self.samples, chunks: text)) == digest(plain))
  }

  @Test(arguments: 2...8)
  func `a turned picture is the one that stands upright`(orientation: Int) throws {
    let (bytes, raster) = try Self.decoded("thecla-betulae-01.jpg")
    let upright = raster.upright(orientation)
    let png = Encoder.png(
      upright.width, upright.height, pixelSize: upright.pixelSize, upright.bytes)
    let turned = Encoder.jpeg(bytes, with: 0xE1, Encoder.exif(orientation))
    #expect(try digest(turned) == digest(png))
    #expect(try digest(turned) != digest(bytes))
  }

  @Test func `the same bytes in another size or mode are other pixels`() throws {
    let shapes = [(24, 1, 1), (12, 2, 1), (6, 4, 1), (4, 6, 1), (8, 1, 3), (4, 2, 3), (6, 1, 4)]
    let digests = try shapes.map { width, height, pixelSize in
      try digest(Encoder.png(width, height, pixelSize: pixelSize, Self.samples)).digits
    }
    #expect(Set(digests).count == shapes.count)
    #expect(digests.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }

  @Test func `one sample makes other pixels`() throws {
    let plain = try digest(Encoder.png(4, 6, pixelSize: 1, Self.samples))
    for index in Self.samples.indices {
      var samples = Self.samples
      samples[index] ^= 1
      #expect(try digest(Encoder.png(4, 6, pixelSize: 1, samples)) != plain)
    }
  }

  @Test(arguments: [1, 3])
  func `an alpha channel counts where something shines through`(pixelSize: Int) throws {
    let samples = Array(Self.samples.prefix(4 * pixelSize))
    let plain = try digest(Encoder.png(2, 2, pixelSize: pixelSize, samples))
    func withAlpha(_ alpha: [UInt8]) throws -> PixelDigest {
      let pixels = (0..<4).flatMap { pixel in
        samples[pixel * pixelSize..<(pixel + 1) * pixelSize] + [alpha[pixel]]
      }
      return try digest(Encoder.png(2, 2, pixelSize: pixelSize + 1, pixels))
    }
    #expect(try withAlpha([255, 255, 255, 255]) == plain)
    #expect(try withAlpha([255, 255, 254, 255]) != plain)
    #expect(try withAlpha([0, 0, 0, 0]) != plain)
  }

  @Test func `a PNG and a TIFF of the same grey have one digest`() throws {
    let png = Encoder.png(4, 6, pixelSize: 1, Self.samples)
    #expect(try digest(Encoder.tiff(4, 6, Self.samples)) == digest(png))
  }
}
