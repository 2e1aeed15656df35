import Testing

@testable import Pixels

/// Stored pixels as they are seen.
struct TurnTests {
  /// Two columns and three rows as EXIF 2.32 section 4.6.5 says where the 0th row and the 0th
  /// column of them stand: a to f are stored row after row.
  private static let seen = [
    (0, "ab cd ef"),
    (1, "ab cd ef"),
    (2, "ba dc fe"),
    (3, "fe dc ba"),
    (4, "ef cd ab"),
    (5, "ace bdf"),
    (6, "eca fdb"),
    (7, "fdb eca"),
    (8, "bdf ace"),
    (9, "ab cd ef"),
    (-1, "ab cd ef"),
  ]

  @Test(arguments: seen)
  func `rows and columns stand where EXIF says`(orientation: Int, seen: String) {
    let raster = Raster(width: 2, height: 3, pixelSize: 1, bytes: Array("abcdef".utf8))
    let upright = raster.upright(orientation)
    let rows = seen.split(separator: " ")
    #expect(upright.bytes == rows.flatMap { Array($0.utf8) })
    #expect(upright.width == rows[0].utf8.count)
    #expect(upright.height == rows.count)
  }

  @Test(arguments: seen)
  func `the samples of a pixel stay together`(orientation: Int, seen: String) {
    let bytes = "abcdef".utf8.flatMap { letter -> [UInt8] in [letter, 0, letter + 100] }
    let upright = Raster(width: 2, height: 3, pixelSize: 3, bytes: bytes).upright(orientation)
    let letters = seen.utf8.filter { $0 != 32 }
    #expect(upright.bytes == letters.flatMap { letter -> [UInt8] in [letter, 0, letter + 100] })
    #expect(upright.pixelSize == 3)
  }

  @Test(arguments: 1...8)
  func `a grid is turned as a raster is`(orientation: Int) {
    let bytes = (0..<25).map { UInt8($0) }
    let raster = Raster(width: 5, height: 5, pixelSize: 1, bytes: bytes).upright(orientation)
    let grid = Grid(columns: 5, rows: 5, values: bytes.map(Float.init)).upright(orientation)
    #expect(grid.values == raster.bytes.map(Float.init))
  }
}
