import Images
import Testing
import Trials

@testable import Pixels

/// Files that are not what they should be.
struct HostileTests {
  /// A small picture of each format that is decoded.
  private static let whole: [(name: String, bytes: @Sendable () throws -> [UInt8])] = [
    ("JPEG", { try drawn("salmo-salar-02-small.jpg") }),
    ("PNG", { Encoder.png(9, 8, pixelSize: 3, (0..<216).map { UInt8($0) }) }),
    ("GIF", { try drawn("amanita-muscaria-07.gif") }),
    ("WebP", { try drawn("calopteryx-splendens-07.webp") }),
    ("TIFF", { Encoder.tiff(16, 9, (0..<144).map { UInt8($0) }) }),
  ]

  private static let names = whole.map(\.name)

  private func bytes(_ name: String) throws -> [UInt8] {
    try #require(Self.whole.first { $0.name == name }).bytes()
  }

  /// Decodes for all that can be asked; true where the pixels are there.
  private func decodes(_ bytes: [UInt8]) -> Bool {
    _ = try? fingerprint(bytes)
    _ = try? PictureReader().thumbnail(of: bytes.span, side: 20)
    for format in Resizing.Format.allCases { _ = try? resize(bytes, format) }
    return (try? digest(bytes)) != nil
  }

  private func resize(_ bytes: [UInt8], _ format: Resizing.Format) throws -> ResizedPicture {
    let size = SizeRule(maxSide: 20, minSide: nil)
    return try PictureResizer().resize(
      bytes.span, Resizing(size: size, format: format, quality: 90))
  }

  @Test(arguments: names)
  func `a part of a picture gives an error or a picture`(name: String) throws {
    let whole = try bytes(name)
    #expect(decodes(whole))
    for count in stride(from: 0, to: whole.count, by: whole.count / 200 + 1) {
      let part = Array(whole[..<count])
      if decodes(part) { #expect(ImageHeader(part.span) != nil, "\(count) bytes") }
    }
  }

  @Test(arguments: ["JPEG", "WebP", "TIFF", "PNG", "GIF"], [0.2, 0.5, 0.9, 0.99])
  func `a picture whose end is missing is refused`(name: String, part: Double) throws {
    let whole = try bytes(name)
    // The last chunk of a PNG holds nothing.
    if name == "PNG", part > 0.9 { return }
    let cut = Array(whole[..<Int(part * Double(whole.count))])
    #expect(throws: PixelError.self) { try fingerprint(cut) }
    #expect(throws: PixelError.self) { try digest(cut) }
    for format in Resizing.Format.allCases {
      #expect(throws: PixelError.self) { try resize(cut, format) }
    }
  }

  @Test(arguments: ["salmo-salar-03.jpg", "thecla-betulae-01.jpg", "helianthus-annuus-08.jpg"])
  func `a JPEG that is cut within its header has no size`(name: String) throws {
    let whole = try drawn(name)
    let head: [UInt8] = [0xFF, 0xC0, 0, 17]
    let frame = try #require(whole.indices.first { whole[$0...].starts(with: head) })
    for count in 3...frame {
      for end in [[], [0xFF, 0xD9]] as [[UInt8]] {
        let cut = Array(whole[..<count] + end)
        #expect(throws: PixelError.self) { try JPEGDecoder().header(of: cut.span) }
      }
    }
  }

  /// Bytes between the first two segments.
  private func withStrayBytes(_ jpeg: [UInt8]) -> [UInt8] {
    let end = 4 + Int(jpeg[4]) << 8 + Int(jpeg[5])
    return jpeg[..<end] + [1, 2, 3] + jpeg[end...]
  }

  @Test(arguments: ["salmo-salar-03.jpg", "thecla-betulae-01.jpg", "helianthus-annuus-08.jpg"])
  func `bytes between the parts of a JPEG take nothing from it`(name: String) throws {
    let whole = try drawn(name)
    let end = Array(whole.dropLast(2)) + [0, 0, 0, 0] + whole.suffix(2)
    for strayed in [withStrayBytes(whole), end, withStrayBytes(end)] {
      #expect(try digest(strayed) == digest(whole))
      #expect(try fingerprint(strayed) == fingerprint(whole))
    }
  }

  @Test(arguments: ["salmo-salar-03.jpg", "thecla-betulae-01.jpg", "helianthus-annuus-08.jpg"])
  func `they do not hide what is wrong behind them`(name: String) throws {
    let whole = try drawn(name)
    let (half, rest) = (whole.prefix(whole.count / 2), whole.suffix(whole.count / 4))
    let damages = [Array(half), Array(half + rest), Array(half + [0xFF, 0xD9])]
    for damaged in damages {
      for bytes in [damaged, withStrayBytes(damaged)] {
        #expect(throws: PixelError.self) { try digest(bytes) }
        #expect(throws: PixelError.self) { try fingerprint(bytes) }
      }
    }
  }

  @Test(arguments: names)
  func `no change of some bytes traps or hangs`(name: String) throws {
    let whole = try bytes(name)
    var random = SplitMix(seed: 1969)
    for _ in 0..<200 { _ = decodes(random.mutate(whole)) }
  }

  @Test(arguments: [(100_000, 100_000), (0x7FFF_FFFF, 0x7FFF_FFFF), (16_385, 16_384)])
  func `more pixels than a file may have are refused`(width: Int, height: Int) {
    let bytes = Encoder.png(width, height, pixelSize: 1, [])
    let refusal = PixelError.tooLarge(width, height)
    #expect(throws: refusal) { try fingerprint(bytes) }
    #expect(throws: refusal) { try digest(bytes) }
    #expect(throws: refusal) { try PictureReader().thumbnail(of: bytes.span, side: 20) }
    #expect(throws: refusal) { try resize(bytes, .jpeg) }
  }

  /// A GIF whose header says that it has one pixel, and whose only frame has more.
  private func gif(frame width: Int, _ height: Int) -> [UInt8] {
    let sides = [width & 255, width >> 8, height & 255, height >> 8].map { UInt8($0) }
    let head: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    return head + [0x2C, 0, 0, 0, 0] + sides + [0, 2, 2, 0x4C, 1, 0, 0x3B]
  }

  @Test func `a frame may have no more either`() throws {
    #expect(decodes(gif(frame: 1, 1)))
    let bytes = gif(frame: 65_535, 4_097)
    let refusal = PixelError.tooLarge(65_535, 4_097)
    #expect(throws: refusal) { try fingerprint(bytes) }
    #expect(throws: refusal) { try digest(bytes) }
    #expect(throws: refusal) { try PictureReader().thumbnail(of: bytes.span, side: 20) }
    #expect(throws: refusal) { try resize(bytes, .jpeg) }
  }

  @Test(arguments: ["", "GIF", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "?"])
  func `other bytes are no picture`(text: String) {
    #expect(throws: PixelError("is no picture")) { try fingerprint(Array(text.utf8)) }
    #expect(throws: PixelError("is no picture")) { try digest(Array(text.utf8)) }
  }
}
