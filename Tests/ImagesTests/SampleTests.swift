import Images
import Testing
import Trials

@Suite struct SampleTests {
  @Test(arguments: Sample.all)
  func `each format tells its size and orientation`(sample: Sample) throws {
    let found = try #require(header(sample.bytes))
    #expect(found.kind == sample.kind)
    #expect(found.width == sample.width)
    #expect(found.height == sample.height)
    #expect(found.orientation == sample.orientation)
    #expect(found.isComplete)
  }

  @Test(arguments: Sample.all)
  func `no part of an image is complete`(sample: Sample) {
    for count in 0..<sample.bytes.count {
      #expect(header(Array(sample.bytes.prefix(count)))?.isComplete != true, "\(count) bytes")
    }
  }

  @Test(arguments: Sample.all)
  func `what follows an image does no harm`(sample: Sample) {
    for tail in [[], [0], Array(repeating: 0, count: 100), text("some words of a camera's maker")] {
      #expect(header(sample.bytes + tail)?.isComplete == true, "\(tail.count) bytes")
    }
  }

  @Test(arguments: Sample.all)
  func `no change of some bytes traps or hangs`(sample: Sample) {
    var random = SplitMix(seed: 20_260)
    for _ in 0..<12_000 {
      guard let found = header(random.mutate(sample.bytes)) else { continue }
      #expect(found.width.map { $0 > 0 } ?? true)
      #expect(found.height.map { $0 > 0 } ?? true)
      #expect(found.orientation.map { 1...8 ~= $0 } ?? true)
    }
  }

  @Test func `a kind has the usual name behind the dot`() {
    let names = ImageKind.allCases.map(\.fileExtension)
    #expect(names == ["jpg", "png", "gif", "webp", "tif", "bmp", "avif", "heic", "jp2", "jxl"])
  }
}
