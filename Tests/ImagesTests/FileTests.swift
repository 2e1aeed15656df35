import Foundation
import Images
import Testing

@Suite struct FileTests {
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: corpus.path), "the corpus is not here"))
  func `a file of the corpus is what Pillow says`() throws {
    let files = KnownFile.table("corpus-images.tsv")
    #expect(files.count == 389)
    for file in files { try compare(file, in: corpus) }
  }

  @Test func `a drawn picture is what Pillow says`() throws {
    let files = KnownFile.table("standin-pictures.tsv")
    #expect(files.count == 53)
    let folder = packageFolder.appending(path: "scripts/standin/pictures")
    for file in files { try compare(file, in: folder) }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: corpus.path), "the corpus is not here"),
    arguments: [0.1, 0.5, 0.9, 0.99])
  func `a part of a file is not complete`(part: Double) throws {
    for file in KnownFile.table("corpus-images.tsv") where file.decodes {
      if Self.endingElse.contains(String(file.path.drop { $0 != "/" }.dropFirst())) { continue }
      let bytes = try Array(Data(contentsOf: corpus.appending(path: file.path)))
      let found = header(Array(bytes.prefix(Int(part * Double(bytes.count)))))
      #expect(found?.isComplete != true, "\(file.path)")
    }
  }

  private func compare(_ file: KnownFile, in folder: URL) throws {
    let found = try header(at: folder.appending(path: file.path))
    guard let kind = file.kind, !Self.decidedElse.keys.contains(file.path) else { return }
    let comment = Comment(rawValue: file.path)
    #expect(found?.kind == kind, comment)
    #expect(found?.width == file.width, comment)
    #expect(found?.height == file.height, comment)
    #expect(found?.orientation == file.orientation, comment)
    #expect(found?.isComplete == file.decodes, comment)
  }

  /// Where another decision is right.
  private static let decidedElse = [
    "formats/00r1_graya_la.jp2": "whole, in a form that Pillow can't decode",
    "formats/hopper_webp.tif": "whole, but packed as Pillow can't unpack it",
    "formats/tiff_wrong_bits_per_sample.tiff": "its strip is longer than the file, it says",
    "formats/crash-63b1dffefc8c075ddc606c0a2f5fdc15ece78863.tif": "a size of 262,164 values",
  ]

  /// Files where something else stands behind the last pixels: profiles, previews, notes.
  private static let endingElse: Set = [
    "bmp__q__rgb24prof.bmp", "child_ifd_jpeg.tiff", "g4-fillorder-test.tif",
    "g4_orientation_1.tif", "g4_orientation_3.tif", "g4_orientation_5.tif",
    "g4_orientation_7.tif", "multipage_multiple_frame_loop.tiff",
    "multipage_single_frame_loop.tiff", "rdf.tif", "tiff_16bit_RGBa.tiff",
    "tiff_strip_cmyk_jpeg.tif", "tiff_tiled_cmyk_jpeg.tif",
  ]
}
