import Pixels
import Testing

/// How large a new picture is to be.
struct SizeRuleTests {
  private struct Row: CustomTestStringConvertible {
    let old: (Int, Int)
    var maxSide: Int?
    var minSide: Int?
    var enlarges = false
    let new: (Int, Int)

    var testDescription: String { "\(old), \(maxSide ?? 0), \(minSide ?? 0), \(enlarges)" }
  }

  private static let rows: [Row] = [
    Row(old: (2048, 1536), maxSide: 512, new: (512, 384)),
    Row(old: (1536, 2048), maxSide: 512, new: (384, 512)),
    Row(old: (512, 512), maxSide: 512, new: (512, 512)),
    Row(old: (511, 3), maxSide: 512, new: (511, 3)),
    Row(old: (1000, 333), maxSide: 100, new: (100, 33)),
    Row(old: (1000, 335), maxSide: 100, new: (100, 34)),
    // Thin ones keep a pixel.
    Row(old: (3000, 2), maxSide: 512, new: (512, 1)),
    Row(old: (1, 40_000), maxSide: 1, new: (1, 1)),
    Row(old: (2_147_483_647, 1), maxSide: 65_500, new: (65_500, 1)),
    // The shorter side.
    Row(old: (2048, 1024), minSide: 256, new: (512, 256)),
    Row(old: (100, 50), minSide: 256, new: (100, 50)),
    Row(old: (2048, 1536), maxSide: 512, minSide: 224, new: (512, 384)),
    Row(old: (4000, 400), maxSide: 512, minSide: 224, new: (2240, 224)),
    Row(old: (4000, 100), maxSide: 512, minSide: 224, new: (4000, 100)),
    // What is small stays so, unless it is told otherwise.
    Row(old: (100, 75), maxSide: 512, new: (100, 75)),
    Row(old: (100, 75), maxSide: 512, enlarges: true, new: (512, 384)),
    Row(old: (100, 50), minSide: 256, enlarges: true, new: (512, 256)),
    Row(old: (300, 2), maxSide: 512, minSide: 10, enlarges: true, new: (1500, 10)),
    Row(old: (100, 75), new: (100, 75)),
  ]

  @Test(arguments: rows)
  private func `a size follows from sides`(row: Row) {
    let rule = SizeRule(maxSide: row.maxSide, minSide: row.minSide, enlarges: row.enlarges)
    #expect(rule.size(of: row.old.0, row.old.1) == row.new)
  }
}
