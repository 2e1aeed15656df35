import SizeVariants
import Testing
import Transfers
import Trials

/// What holds for every URL, however it is twisted.
struct VariantPropertyTests {
  private static let sides = [1, 16, 100, 333, 500, 960, 1024, 2000, 3840, 65536]
  private static let pieces = [
    "/", "//", ".", "..", "%2e", "%2F", "%", "?", "#", "@", ":", "\\", "_", "-", "!", ",", "px-",
    "original",
    "full", "max", "\u{e9}", "\u{301}", "\u{212A}", "\u{0}", "\n", " ", "9999999999999999999",
    ".jpg", "", "\u{2044}",
  ]

  private static let urls = VariantTable.lines.map(\.url) + VariantTable.untouched

  @Test(arguments: 0..<200)
  func `a variant is a URL of the same scheme, host and port`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<100 {
      let url = Self.twisted(&random)
      let side = Self.sides.randomElement(using: &random) ?? 1
      guard let picture = HTTPURL(url), let variant = SizeVariant(of: url, side: side) else {
        continue
      }
      let asked = try #require(HTTPURL(variant.url), "\(url.debugDescription)")
      #expect(asked.hasOrigin(of: picture), "\(url.debugDescription)")
      #expect(asked != picture, "\(url.debugDescription)")
    }
  }

  @Test(arguments: 0..<200)
  func `a variant has no smaller one for the same side`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<100 {
      let url = Self.twisted(&random)
      let side = Self.sides.randomElement(using: &random) ?? 1
      guard let variant = SizeVariant(of: url, side: side) else { continue }
      #expect(SizeVariant(of: variant.url, side: side) == nil, "\(url.debugDescription)")
    }
  }

  @Test func `a larger side never leads to a smaller variant`() {
    for url in Set(VariantTable.lines.map(\.url)) {
      for side in 1..<1500 {
        guard let larger = SizeVariant(of: url, side: side + 1)?.url,
          let smaller = SizeVariant(of: url, side: side)?.url, larger != smaller
        else { continue }
        // What is enough for the larger side has the other for a variant, or is of its own kind.
        #expect(SizeVariant(of: smaller, side: side + 1) == nil, "\(url) \(side)")
      }
    }
  }

  @Test func `where a side has a variant, so has every smaller one`() {
    for url in Set(VariantTable.lines.map(\.url)) {
      let has = (1..<4000).map { SizeVariant(of: url, side: $0) != nil }
      let end = has.firstIndex(of: false) ?? has.count
      #expect(!has[end...].contains(true), "\(url)")
    }
  }

  @Test func `the twisted URLs have variants often enough`() {
    var random = SplitMix(seed: 1)
    let count = (0..<2000).count { _ in SizeVariant(of: Self.twisted(&random), side: 16) != nil }
    #expect(200..<1800 ~= count)
  }

  /// A URL of the tables with up to two changes.
  private static func twisted(_ random: inout SplitMix) -> String {
    var scalars = Array((urls.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 0...2, using: &random))
      let piece = pieces.randomElement(using: &random) ?? ""
      scalars.replaceSubrange(start..<end, with: piece.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
