import Testing
import Trials

@testable import Pixels

/// What changes the hashes of a picture, and what does not.
struct FingerprintTests {
  private static func grid(_ value: (_ column: Int, _ row: Int) -> Int) -> Grid {
    let cells = (0..<1024).map { Float(value($0 % 32, $0 / 32)) }
    return Grid(columns: 32, rows: 32, values: cells)
  }

  /// A slope, a blot and some stripes, in whole numbers so that it is the same everywhere.
  private static let drawn = grid { column, row in
    let blot = max(0, 90 - (column - 9) * (column - 9) - (row - 20) * (row - 20))
    return column * 2 + row * 3 + blot + (column * row % 7) * 5
  }

  private static func noise(_ seed: UInt64) -> Grid {
    var random = SplitMix(seed: seed)
    return grid { _, _ in Int.random(in: 60..<180, using: &random) }
  }

  @Test func `a picture's hashes are forever those`() {
    let fingerprint = Fingerprint(Self.drawn)
    #expect(String(fingerprint.perceptual, radix: 16) == "3f3bc433233d3d")
    #expect(String(fingerprint.difference, radix: 16) == "ffffffe7e7e7c7ef")
    #expect(fingerprint.contrast == 43)
  }

  private static let changes: [(factor: Float, summand: Float)] = [
    (1, 40), (1, -40), (0.5, 0), (1.25, 0), (0.75, 30),
  ]

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `brightness does not matter`(seed: UInt64) {
    let grid = Self.noise(seed)
    let fingerprint = Fingerprint(grid)
    for (factor, summand) in Self.changes {
      var other = grid
      other.values = grid.values.map { $0 * factor + summand }
      #expect(Fingerprint(other).perceptual == fingerprint.perceptual)
      #expect(Fingerprint(other).difference == fingerprint.difference)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a mirrored or turned picture is another`(seed: UInt64) {
    let grid = Self.noise(seed)
    for orientation in 2...8 {
      let (one, other) = (Fingerprint(grid), Fingerprint(grid.upright(orientation)))
      #expect((one.perceptual ^ other.perceptual).nonzeroBitCount > 12)
      #expect((one.difference ^ other.difference).nonzeroBitCount > 12)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `31 of 63 frequencies are above their median, and the mean is none of them`(seed: UInt64) {
    let perceptual = Fingerprint(Self.noise(seed)).perceptual
    #expect(perceptual.nonzeroBitCount == 31)
    #expect(perceptual >> 63 == 0)
  }

  @Test func `what gets brighter from left to right does so in 64 places`() {
    #expect(Fingerprint(Self.grid { column, _ in column * 8 }).difference == .max)
    #expect(Fingerprint(Self.grid { column, _ in 248 - column * 8 }).difference == 0)
    #expect(Fingerprint(Self.grid { _, row in row * 8 }).difference == 0)
    let half = Fingerprint(Self.grid { column, row in row < 16 ? column * 8 : 0 })
    #expect(half.difference == 0xFFFF_FFFF_0000_0000)
  }

  @Test(arguments: [(0, false), (3, false), (4, true), (40, true), (127, true)])
  func `a picture needs contrast to be told from others`(deviation: Int, isTelling: Bool) {
    let grid = Self.grid { column, row in 128 + ((column + row) % 2 == 0 ? deviation : -deviation) }
    let fingerprint = Fingerprint(grid)
    #expect(fingerprint.contrast == deviation)
    #expect(fingerprint.isTelling == isTelling)
  }
}
