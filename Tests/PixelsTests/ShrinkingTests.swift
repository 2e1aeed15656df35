import Testing
import Trials

@testable import Pixels

/// Pixels of four bytes in a smaller picture.
struct ShrinkingTests {
  private static func raster(_ width: Int, _ height: Int, _ seed: UInt64) -> Raster {
    var random = SplitMix(seed: seed)
    let bytes = (0..<width * height * 4).map { _ in UInt8.random(in: 0...255, using: &random) }
    return Raster(width: width, height: height, pixelSize: 4, bytes: bytes)
  }

  @Test(arguments: [(7, 5), (14, 10), (13, 9), (1, 10), (14, 1), (1, 1)])
  func `each sample is the mean of those of its kind that it covers`(width: Int, height: Int) {
    let old = Self.raster(14, 10, 7)
    let new = old.shrunk(to: width, height)
    #expect((new.width, new.height, new.bytes.count) == (width, height, 4 * width * height))
    for kind in 0..<4 {
      let bytes = stride(from: kind, to: old.bytes.count, by: 4).map { old.bytes[$0] }
      let grid = Grid(bytes.span, width: 14, height: 10, columns: width, rows: height)
      for (index, value) in grid.values.enumerated() {
        #expect(abs(Float(new.bytes[4 * index + kind]) - value) <= 0.51)
      }
    }
  }

  @Test func `white stays white and black black, at any ratio`() {
    for value in [0, 255] as [UInt8] {
      for width in 1...97 {
        let bytes = [UInt8](repeating: value, count: 97 * 4 * 3)
        let new = Raster(width: 97, height: 3, pixelSize: 4, bytes: bytes).shrunk(to: width, 2)
        #expect(new.bytes.allSatisfy { $0 == value })
      }
    }
  }

  @Test func `a picture of the same size is the same`() {
    let old = Self.raster(9, 4, 3)
    #expect(old.shrunk(to: 9, 4).bytes == old.bytes)
  }
}
