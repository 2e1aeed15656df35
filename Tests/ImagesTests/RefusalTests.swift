import Images
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    "", "GIF", "BM", "BMW and Audi are makers of cars", "II", "RIFF....WAVEfmt ", "%PDF-1.7",
    "<svg/>", "....ftypisom....", "....ftypmp42....", "8BPS", "not found",
  ])
  func `other bytes are no image`(bytes: String) { #expect(header(text(bytes)) == nil) }

  @Test(
    arguments: [
      ("a JPEG segment of no length", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9]),
      ("a JPEG of fill bytes", [0xFF, 0xD8] + Array(repeating: 0xFF, count: 10_000)),
      ("a PNG chunk of 4 GiB", Array(Sample.png.prefix(8)) + [255, 255, 255, 255] + text("IHDR")),
      ("a GIF of terminators", Array(Sample.gif.prefix(19)) + Array(repeating: 0, count: 10_000)),
      ("a TIFF without directory", Sample.tiffStart(.big, first: 0)),
      ("a TIFF directory far away", Sample.tiffStart(.big, isBig: true, first: .max)),
      ("a box that is all length", [0, 0, 0, 1] + text("ftyp") + Array(repeating: 255, count: 8)),
      (
        "a box shorter than its head", Sample.heif("avif").prefix(28) + [0, 0, 0, 7] + text("mdat")
      ),
      ("an image of nothing", Array(Sample.png.prefix(16)) + Array(repeating: 0, count: 8)),
    ] as [(String, [UInt8])])
  func `numbers that can't be are not believed`(what: String, bytes: [UInt8]) {
    let found = header(bytes)
    #expect(found?.isComplete != true)
    #expect(found?.width == nil || found?.kind == .gif)
  }

  @Test func `a BMP of more pixels than a number can count is cut`() {
    var bytes = Sample.bmp
    bytes.replaceSubrange(18..<26, with: little(.max, 3) + [0x7F] + little(.max, 3) + [0x7F])
    bytes.replaceSubrange(28..<30, with: [255, 255])
    #expect(header(bytes)?.width == 0x7FFF_FFFF)
    #expect(header(bytes)?.isComplete == false)
  }
}
