import Images
import Testing

@Suite struct TIFFTests {
  private static let size: [Sample.Entry] = [(256, 3, 30), (257, 3, 20)]

  private func tiff(_ directories: [(entries: [Sample.Entry], next: Int)]) -> ImageHeader? {
    header(
      Sample.tiffStart(.little, first: 8)
        + directories.flatMap { Sample.directory(.little, $0.entries, next: $0.next) })
  }

  @Test func `a chain of directories that leads back ends there`() {
    // A directory of two entries takes 30 bytes.
    #expect(tiff([(Self.size, 8)])?.isComplete == true)
    #expect(tiff([(Self.size, 38), (Self.size, 8)])?.isComplete == true)
    #expect(tiff([(Self.size, 38), (Self.size, 68), (Self.size, 38)])?.isComplete == true)
  }

  @Test func `a second page that is not there is missing`() {
    let found = tiff([(Self.size, 38)])
    #expect(found?.width == 30)
    #expect(found?.isComplete == false)
  }

  @Test(arguments: [(273, 279), (324, 325), (513, 514)])
  func `strips, tiles and old JPEG lie in the file`(start: Int, count: Int) {
    // The file has 8 + 2 + 48 + 4 bytes.
    #expect(tiff([(Self.size + [(start, 4, 60), (count, 4, 2)], 0)])?.isComplete == true)
    #expect(tiff([(Self.size + [(start, 4, 60), (count, 4, 3)], 0)])?.isComplete == false)
    #expect(tiff([(Self.size + [(start, 4, 63), (count, 4, 0)], 0)])?.isComplete == false)
  }

  @Test func `many directories of the same million strips can't hold us up`() {
    let entry = little(273, 2) + little(1, 2) + little(900_000, 4) + little(0, 4)
    let directories = (1...50_000).map { [1, 0] + entry + little(8 + 18 * $0, 4) }
    let bytes = Sample.tiffStart(.little, first: 8) + directories.joined()
    #expect(header(bytes)?.isComplete == false)
  }

  @Test func `orientation comes from whole numbers of any width, and only 1 to 8`() {
    for type in [1, 3, 4, 6, 8, 9] {
      let bytes = Sample.tiffStart(.little, first: 8) + [1, 0] + little(274, 2) + little(type, 2)
      #expect(header(bytes + little(1, 4) + little(8, 4) + little(0, 4))?.orientation == 8)
      #expect(header(bytes + little(1, 4) + little(9, 4) + little(0, 4))?.orientation == nil)
    }
  }
}
