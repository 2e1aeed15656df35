import Images
import Testing

/// A small image of each format, made by its specification; its pixels say nothing.
struct Sample: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let kind: ImageKind
  let bytes: [UInt8]
  var width = 300
  var height = 200
  var orientation: Int? = 6

  static let all: [Sample] = [
    Sample(testDescription: "JPEG", kind: .jpeg, bytes: jpeg(frame: 0xC0)),
    Sample(testDescription: "progressive JPEG", kind: .jpeg, bytes: jpeg(frame: 0xC2)),
    Sample(testDescription: "PNG", kind: .png, bytes: png),
    Sample(testDescription: "GIF", kind: .gif, bytes: gif, orientation: nil),
    Sample(
      testDescription: "WebP VP8", kind: .webp, bytes: webP([("VP8 ", lossy)]), orientation: nil),
    Sample(
      testDescription: "WebP VP8L", kind: .webp, bytes: webP([("VP8L", lossless)]),
      orientation: nil),
    Sample(
      testDescription: "WebP VP8X", kind: .webp,
      bytes: webP([("VP8X", canvas), ("VP8 ", lossy), ("EXIF", tiff(.little))])),
    Sample(testDescription: "TIFF II", kind: .tiff, bytes: tiff(.little)),
    Sample(testDescription: "TIFF MM", kind: .tiff, bytes: tiff(.big)),
    Sample(testDescription: "BigTIFF II", kind: .tiff, bytes: tiff(.little, isBig: true)),
    Sample(testDescription: "BigTIFF MM", kind: .tiff, bytes: tiff(.big, isBig: true)),
    Sample(testDescription: "BMP", kind: .bmp, bytes: bmp, width: 3, height: 2, orientation: nil),
    Sample(
      testDescription: "BMP of OS/2", kind: .bmp, bytes: oldBMP, width: 3, height: 2,
      orientation: nil),
    Sample(testDescription: "AVIF", kind: .avif, bytes: heif("avif")),
    Sample(testDescription: "HEIC", kind: .heic, bytes: heif("heic")),
    Sample(testDescription: "JP2", kind: .jp2, bytes: jp2, orientation: nil),
    Sample(
      testDescription: "JPEG 2000 codestream", kind: .jp2, bytes: codestream, orientation: nil),
    Sample(testDescription: "JPEG XL", kind: .jxl, bytes: jxl([("jxlc", jxlCodestream)])),
    Sample(
      testDescription: "JPEG XL in parts", kind: .jxl,
      bytes: jxl([
        ("jxlp", big(0, 4) + jxlCodestream), ("jxlp", big(0x8000_0001, 4) + [1, 2, 3]),
      ])),
  ]
}

// MARK: formats of one list

extension Sample {
  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  static func jpeg(frame: UInt8) -> [UInt8] {
    [0xFF, 0xD8] + segment(0xE1, text("Exif") + [0, 0] + tiff(.big))
      + segment(0xDB, Array(repeating: 1, count: 65))
      + segment(frame, [8] + big(200, 2) + big(300, 2) + [1, 1, 0x11, 0])
      + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
      + [0xFF, 0xD9]
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count, 4) + text(name) + content + [0, 0, 0, 0]
  }

  static let png: [UInt8] =
    [0x89] + text("PNG\r\n\u{1A}\n") + chunk("IHDR", big(300, 4) + big(200, 4) + [8, 2, 0, 0, 0])
    + chunk("eXIf", tiff(.little)) + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])

  static let gif: [UInt8] =
    text("GIF89a") + little(300, 2) + little(200, 2) + [0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    + [0x21, 0xF9, 4, 0, 0, 0, 0, 0] + [0x2C] + Array(repeating: 0, count: 8) + [0]
    + [2, 2, 0x4C, 0x01, 0] + [0x3B]

  static let lossy: [UInt8] = [0, 0, 0, 0x9D, 0x01, 0x2A] + little(300, 2) + little(200, 2) + [7]
  static let lossless: [UInt8] = [0x2F] + little(299 | 199 << 14, 4) + [1]
  static let canvas: [UInt8] = [0x08, 0, 0, 0] + little(299, 3) + little(199, 3)

  static func webP(_ chunks: [(name: String, content: [UInt8])]) -> [UInt8] {
    let content = chunks.flatMap { (name, content) -> [UInt8] in
      text(name) + little(content.count, 4) + content
        + [UInt8](repeating: 0, count: content.count & 1)
    }
    return text("RIFF") + little(content.count + 4, 4) + text("WEBP") + content
  }

  static let bmp: [UInt8] =
    text("BM") + little(0, 8) + little(54, 4) + little(40, 4) + little(3, 4) + little(-2, 4)
    + little(1, 2) + little(24, 2) + little(0, 24) + Array(repeating: 9, count: 24)

  static let oldBMP: [UInt8] =
    text("BM") + little(0, 8) + little(26, 4) + little(12, 4) + little(3, 2) + little(2, 2)
    + little(1, 2) + little(24, 2) + Array(repeating: 9, count: 24)
}
