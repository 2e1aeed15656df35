import SizeVariants
import Testing

/// Which variant is asked for: a line a URL.
struct VariantTests {
  @Test(arguments: VariantTable.lines)
  func `the smallest variant that is large enough is asked for`(_ line: VariantTable.Line) {
    #expect(SizeVariant(of: line.url, side: line.side)?.url == line.variant)
  }

  @Test(arguments: VariantTable.untouched, [16, 100, 500, 1024, 65536])
  func `a URL that is not surely of a known form has no variant`(url: String, side: Int) {
    #expect(SizeVariant(of: url, side: side) == nil)
  }

  @Test(arguments: [Int.min, -1, 0])
  func `no side is no size`(side: Int) {
    #expect(SizeVariant(of: "http://a.example/i/full/max/0/default.jpg", side: side) == nil)
  }

  @Test func `only Commons redirects to another host of its own`() {
    let page = "https://commons.wikimedia.org/wiki/Special:FilePath/A.jpg"
    #expect(SizeVariant(of: page, side: 500)?.furtherHosts == ["upload.wikimedia.org"])
    for line in VariantTable.lines where !line.url.contains("Special") {
      #expect(SizeVariant(of: line.url, side: line.side)?.furtherHosts ?? [] == [])
    }
  }
}
