import Images
import Testing

@Suite struct FormatTests {
  @Test(
    arguments: [
      ([], nil), ([("irot", 0)], 1), ([("irot", 1)], 8), ([("irot", 2)], 3), ([("irot", 3)], 6),
      ([("imir", 0)], 4), ([("imir", 1)], 2), ([("irot", 1), ("imir", 1)], 7),
      ([("irot", 2), ("imir", 1)], 4), ([("irot", 3), ("imir", 1)], 5),
      ([("irot", 1), ("imir", 0)], 5), ([("irot", 3), ("imir", 0)], 7),
    ] as [([(String, UInt8)], Int?)])
  func `a HEIF picture is turned, then mirrored`(turns: [(String, UInt8)], orientation: Int?) {
    let boxes = turns.flatMap { Sample.box($0.0, [$0.1]) }
    #expect(header(Sample.heif("avif", turn: boxes))?.orientation == orientation)
  }

  @Test func `the thumbnail in a cut JPEG's EXIF is not its end`() {
    let thumbnail = Sample.segment(0xE1, text("Exif") + [0, 0, 0xFF, 0xD8, 0xFF, 0xD9])
    let bytes = [0xFF, 0xD8] + thumbnail + Sample.jpeg(frame: 0xC0).dropFirst(2).dropLast(2)
    #expect(header(Array(bytes))?.isComplete == false)
    #expect(header(bytes + [0xFF, 0xD9])?.isComplete == true)
  }

  @Test func `a second picture or a film behind a JPEG may be cut`() {
    let bytes = Sample.jpeg(frame: 0xC0)
    #expect(header(bytes + bytes.dropLast(2))?.isComplete == true)
    #expect(header(bytes + [0, 0, 0, 24] + text("ftypmp42") + [0])?.isComplete == true)
  }

  @Test func `stray bytes between JPEG segments are passed over`() {
    let bytes = Sample.jpeg(frame: 0xC0)
    #expect(header([0xFF, 0xD8, 0xFF, 0xFF, 0x00, 0x12] + bytes.dropFirst(2))?.width == 300)
  }

  @Test func `a height told after the first scan is not known`() {
    var bytes = Sample.jpeg(frame: 0xC0)
    if let frame = bytes.indices.first(where: { bytes[$0...].starts(with: [0xFF, 0xC0]) }) {
      bytes.replaceSubrange(frame + 5..<frame + 7, with: [0, 0])
    }
    #expect(header(bytes)?.width == 300)
    #expect(header(bytes)?.height == nil)
  }

  @Test func `packed BMP rows end where the header says`() {
    var bytes = Sample.bmp
    bytes.replaceSubrange(30..<38, with: little(1, 4) + little(24, 4))
    #expect(header(bytes)?.isComplete == true)
    bytes.replaceSubrange(34..<38, with: little(25, 4))
    #expect(header(bytes)?.isComplete == false)
  }

  @Test(
    arguments: [
      ([0xFF, 0x0A, 0b0100_0001, 0], 8, 8), ([0xFF, 0x0A, 0b1111_1111, 1], 512, 256),
      (
        [0xFF, 0x0A] + little(0 | 1 << 1 | 999 << 3 | 0 << 16 | 1 << 19 | 4999 << 21, 5), 5000, 1000
      ),
    ] as [([UInt8], Int, Int)])
  func `a bare JPEG XL codestream tells its size`(bytes: [UInt8], width: Int, height: Int) {
    #expect(header(bytes)?.width == width)
    #expect(header(bytes)?.height == height)
  }
}
