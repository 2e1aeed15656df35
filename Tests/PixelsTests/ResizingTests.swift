import Images
import Testing

@testable import Pixels

/// New pictures of others.
struct ResizingTests {
  /// A new picture, looked at again.
  private func resize(
    _ bytes: [UInt8], _ size: SizeRule = SizeRule(maxSide: 64, minSide: nil),
    _ format: Resizing.Format = .jpeg
  ) throws -> (file: [UInt8], raster: Raster) {
    let resizing = Resizing(size: size, format: format, quality: 95)
    let new = try PictureResizer().resize(bytes.span, resizing)
    let found = ImageHeader(new.bytes.span)
    let header = try #require(found)
    #expect((header.width, header.height) == (new.width, new.height))
    #expect(header.kind.rawValue == format.rawValue)
    #expect(header.orientation == nil && header.isComplete)
    #expect(new.bytes.firstRange(of: Array("EXIF".utf8)) == nil)
    let raster = try VipsPicture.open(new.bytes.span) { picture throws(VipsError) in
      let (width, height, size) = (picture.width, picture.height, picture.mode[0])
      return try picture.withPixels { pixels in
        let bytes = pixels.indices.map { pixels[$0] }
        return Raster(width: width, height: height, pixelSize: size, bytes: bytes)
      }
    }
    return (new.bytes, raster)
  }

  /// The pixel in the middle.
  private func middle(_ raster: Raster) -> [Int] {
    let start = (raster.height / 2 * raster.width + raster.width / 2) * raster.pixelSize
    return raster.bytes[start..<start + raster.pixelSize].map { Int($0) }
  }

  private func isNear(_ one: [Int], _ other: [Int], _ distance: Int = 3) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) <= distance }
  }

  private func flat(_ pixel: [UInt8], chunks: [UInt8] = []) -> [UInt8] {
    let pixels = (0..<100 * 80).flatMap { _ in pixel }
    return Encoder.png(100, 80, pixelSize: pixel.count, pixels, chunks: chunks)
  }

  @Test(arguments: [(0, 0), (3000, 12), (32_768, 128), (65_535, 255)])
  func `grey of 16 bits is scaled, not cut`(sample: Int, grey: Int) throws {
    let bytes = Encoder.png16(40, 30, grey: sample)
    #expect(try isNear(middle(resize(bytes).raster), [grey, grey, grey], 1))
  }

  @Test func `what shines through is white in a JPEG, and stays in other formats`() throws {
    let half: [UInt8] = [255, 0, 0, 128]
    #expect(try isNear(middle(resize(flat(half)).raster), [255, 127, 127]))
    #expect(try middle(resize(flat([0, 0, 0, 0])).raster) == [255, 255, 255])
    for format in [Resizing.Format.png, .webp] {
      let raster = try resize(flat(half), SizeRule(maxSide: 64, minSide: nil), format).raster
      #expect(isNear(middle(raster), [255, 0, 0, 128], 4), "\(format)")
    }
    #expect(try isNear(middle(resize(flat([9, 128])).raster), [132, 132, 132]))
  }

  @Test func `a profile is applied and left out`() throws {
    let adobe = Profile.colours(Profile.adobe, Profile.exponent(2.199_218_75))
    let jpeg = try resize(flat([150, 140, 100])).file
    let segment = Array("ICC_PROFILE\0".utf8) + [1, 1] + adobe
    // By lcms, relative colorimetric, of a profile of another maker.
    let expected = [155, 141, 98]
    let new = try resize(Encoder.jpeg(jpeg, with: 0xE2, segment))
    #expect(isNear(middle(new.raster), expected, 4))
    #expect(JPEGProfile.bytes(in: new.file.span) == nil)
    let chunk = Encoder.chunk("iCCP", Array("a\0\0".utf8) + Encoder.zlib(adobe))
    for format in Resizing.Format.allCases {
      let size = SizeRule(maxSide: 64, minSide: nil)
      let new = try resize(flat([150, 140, 100], chunks: chunk), size, format)
      #expect(isNear(middle(new.raster), expected, 5), "\(format)")
      #expect(new.file.count < 2000)
    }
  }

  @Test func `a profile of sRGB changes nothing`() throws {
    let jpeg = try drawn("salmo-salar-01.jpg")
    let profile = Profile.colours(Profile.sRGB, Profile.curve(1024))
    let segment = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
    let tagged = try resize(Encoder.jpeg(jpeg, with: 0xE2, segment)).file
    #expect(try tagged == resize(jpeg).file)
  }

  @Test func `bytes between the parts of a JPEG take nothing from it`() throws {
    let jpeg = try drawn("salmo-salar-01.jpg")
    let filled = jpeg.dropLast(2) + [1, 2, 3, 4, 5] + jpeg.suffix(2)
    #expect(try resize(Array(filled)).file == resize(jpeg).file)
  }

  @Test func `a profile of no use is passed over`() throws {
    for profile in [[1, 2, 3], Array(Profile.colours(Profile.adobe, Profile.curve(64))[..<200])] {
      let segment = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
      let jpeg = try Encoder.jpeg(resize(flat([150, 140, 100])).file, with: 0xE2, segment)
      #expect(try isNear(middle(resize(jpeg).raster), [150, 140, 100]))
    }
  }

  @Test(
    arguments: [
      ([0, 0, 0, 0], [255, 255, 255]), ([0, 0, 0, 255], [35, 31, 32]),
      ([0, 255, 255, 0], [237, 28, 36]), ([255, 0, 255, 0], [0, 166, 81]),
    ] as [([UInt8], [Int])])
  func `colours of print come near those that are meant`(inks: [UInt8], colours: [Int]) throws {
    let raster = try resize(Encoder.tiff(40, 30, inks: inks)).raster
    #expect(isNear(middle(raster), colours, 45), "\(middle(raster))")
  }

  @Test(arguments: 1...8)
  func `all eight orientations come out upright`(orientation: Int) throws {
    let jpeg = try drawn("salmo-salar-01.jpg")
    let exif = Encoder.jpeg(jpeg, with: 0xE1, Encoder.exif(orientation))
    let plain = try resize(jpeg).raster
    let turned = try resize(exif)
    #expect(turned.file.firstRange(of: Array("Exif".utf8)) == nil)
    let expected = plain.upright(orientation)
    #expect((turned.raster.width, turned.raster.height) == (expected.width, expected.height))
    let error = zip(turned.raster.bytes, expected.bytes).reduce(0) { sum, pair in
      sum + abs(Int(pair.0) - Int(pair.1))
    }
    #expect(error / expected.bytes.count <= 3)
  }

  @Test func `thin pictures keep a pixel`() throws {
    let wide = Encoder.png(3000, 2, pixelSize: 1, [UInt8](repeating: 7, count: 6000))
    for format in Resizing.Format.allCases {
      let raster = try resize(wide, SizeRule(maxSide: 512, minSide: nil), format).raster
      #expect((raster.width, raster.height) == (512, 1))
    }
  }

  @Test func `what would be too large is refused`() throws {
    let thin = Encoder.png(3000, 1, pixelSize: 1, [UInt8](repeating: 7, count: 3000))
    let rule = SizeRule(maxSide: nil, minSide: 224, enlarges: true)
    for format in Resizing.Format.allCases {
      #expect(throws: PixelError.self) { try resize(thin, rule, format) }
    }
  }

  @Test(arguments: ["salmo-salar-01.jpg", "salmo-salar-07.png", "calopteryx-splendens-07.webp"])
  func `a picture is the same each time`(name: String) throws {
    for format in Resizing.Format.allCases {
      let size = SizeRule(maxSide: 100, minSide: nil)
      #expect(try resize(drawn(name), size, format).file == resize(drawn(name), size, format).file)
    }
  }

  @Test func `a picture is the mean of what it was, whichever way it is made`() throws {
    let bytes = try drawn("salmo-salar-01.jpg")
    // 320 pixels: decoded to 1/2, 1/4 and 1/8 and filtered, or not.
    for side in [320, 300, 161, 160, 100, 80, 50, 40, 13] {
      let size = SizeRule(maxSide: side, minSide: nil)
      let ours = try resize(bytes, size).raster
      let theirs = try resize(bytes, size, .png).raster
      let error = zip(ours.bytes, theirs.bytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
      #expect(error / ours.bytes.count <= 6, "\(side)")
    }
  }
}
