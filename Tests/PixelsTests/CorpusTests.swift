import Foundation
import Testing

@testable import Pixels

/// Real files, and what they look like.
struct CorpusTests {
  @Test(corpusIsHere)
  func `one photograph is the same in all eight orientations`() throws {
    let upright = try fingerprint(real("exif/Landscape_1.jpg"))
    for number in 2...8 {
      let other = try fingerprint(real("exif/Landscape_\(number).jpg"))
      #expect(distance(upright, other) <= 2, "\(number)")
    }
  }

  @Test(corpusIsHere)
  func `a smaller copy is near, what is mirrored or turned is far`() throws {
    let original = try fingerprint(real("ukbench/mixed_images/ukbench00120.jpg"))
    let expected = [
      ("ukbench00120_resize", 0...4), ("ukbench00120_hflip", 13...64),
      ("ukbench00120_rotation", 13...64), ("ukbench09268", 13...64),
    ]
    for (name, distances) in expected {
      let other = try fingerprint(real("ukbench/mixed_images/\(name).jpg"))
      #expect(distances ~= distance(original, other), "\(name)")
    }
  }

  @Test(corpusIsHere) func `a damaged photograph is refused`() throws {
    let bytes = try real("ukbench/mixed_images/ukbench09268_corrupt.jpg")
    #expect(throws: PixelError.self) { try fingerprint(bytes) }
    #expect(throws: PixelError.self) { try digest(bytes) }
  }

  @Test(corpusIsHere) func `photographs of different things are far from each other`() throws {
    let folder = corpus.appending(path: "ukbench/base_images")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let found = try names.map { try fingerprint(real("ukbench/base_images/\($0)")) }
    #expect(found.count == 10)
    for (index, one) in found.enumerated() {
      for other in found[..<index] { #expect(distance(one, other) > 12) }
    }
  }

  @Test(corpusIsHere)
  func `odd and broken files of any format give what they can, or an error`() throws {
    let folder = corpus.appending(path: "formats")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var (seen, digested) = (0, 0)
    for name in names {
      let bytes = try real("formats/\(name)")
      if (try? fingerprint(bytes)) != nil { seen += 1 }
      if (try? digest(bytes)) != nil { digested += 1 }
    }
    #expect(names.count == 364)
    #expect(seen > 200)
    #expect(digested > 200)
  }

  @Test(arguments: ["salmo-salar-03.jpg", "amanita-muscaria-02.jpg", "helianthus-annuus-08.jpg"])
  func `a photograph looks the same in another format`(name: String) throws {
    let bytes = try drawn(name)
    let decoder = try JPEGDecoder()
    let raster = try decoder.whole(bytes.span, decoder.header(of: bytes.span))
    let png = Encoder.png(
      raster.width, raster.height, pixelSize: raster.pixelSize, raster.bytes)
    #expect(try distance(fingerprint(png), fingerprint(bytes)) <= 4)
  }
}
