import Testing

@testable import Pixels

/// Means of what new cells cover of old ones.
struct AreaFilterTests {
  private static let sizes = [1, 2, 3, 5, 8, 9, 31, 32, 33, 64, 100, 127, 1000, 4099]

  @Test(arguments: sizes, sizes)
  func `the shares of a cell sum to 1, and all old cells count alike`(old: Int, new: Int) {
    var sums = [Double](repeating: 0, count: new)
    var uses = [Double](repeating: 0, count: old)
    AreaFilter(from: old, to: new).forEachShare { cell, source, share in
      #expect(share >= 0)
      sums[cell] += Double(share)
      uses[source] += Double(share)
    }
    #expect(sums.allSatisfy { abs($0 - 1) < 1e-4 })
    let use = Double(new) / Double(old)
    #expect(uses.allSatisfy { abs($0 - use) < 1e-4 * max(1, use) })
  }

  /// Old cells, and the new ones that they make.
  private static let rows: [([UInt8], [Float])] = [
    ([7], [7]),
    ([0, 30, 60, 90, 120, 150], [15, 75, 135]),
    ([0, 10, 20, 30, 200, 100, 60, 40], [15, 100]),
    ([1, 2, 3, 255], [1, 2, 3, 255]),
    ([10, 20, 40], [40 / 3, 100 / 3]),
    ([10, 30], [10, 10, 30, 30]),
    ([10, 30], [10, 20, 30]),
    ([9], [9, 9, 9, 9, 9]),
  ]

  @Test(arguments: rows)
  func `a new cell is the mean of what it covers`(old: [UInt8], new: [Float]) {
    var row = [Float](repeating: -1, count: new.count)
    AreaFilter(from: old.count, to: new.count).apply(old.span, at: 0, to: &row)
    for (found, expected) in zip(row, new) { #expect(abs(found - expected) < 1e-4) }
  }

  @Test(arguments: [(1, 1), (3, 200), (64, 48), (97, 61), (32, 32), (1000, 7)])
  func `what is of one brightness stays so`(width: Int, height: Int) {
    let bytes = [UInt8](repeating: 201, count: width * height)
    let grid = Grid(bytes.span, width: width, height: height, columns: 32, rows: 32)
    #expect(grid.values.allSatisfy { abs($0 - 201) < 0.01 })
    #expect(grid.scaled(columns: 9, rows: 8).values.allSatisfy { abs($0 - 201) < 0.01 })
    #expect(grid.contrast < 0.01)
  }

  @Test func `rows and columns of a picture are not mixed up`() {
    let bytes: [UInt8] = [
      0, 10, 20, 30, 40, 50,
      2, 12, 22, 32, 42, 52,
      100, 110, 120, 130, 140, 150,
      102, 112, 122, 132, 142, 152,
    ]
    let grid = Grid(bytes.span, width: 6, height: 4, columns: 3, rows: 2)
    #expect(grid.values.map { $0.rounded() } == [6, 26, 46, 106, 126, 146])
    let small = grid.scaled(columns: 1, rows: 2)
    #expect(small.values.map { $0.rounded() } == [26, 126])
  }
}
