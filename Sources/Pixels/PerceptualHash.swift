internal import Glibc

/// The signs of a picture's low frequencies: the discrete cosine transform (DCT-II) of its
/// brightness, of which the lowest eight in each direction are kept.
enum PerceptualHash {
  private static let frequencies = 8

  /// The cosines of each frequency at each cell.
  private static let cosines: [Float] = (0..<frequencies).flatMap { frequency in
    (0..<Fingerprint.side).map { cell in
      Float(
        cos(Double.pi * Double(frequency) * (Double(cell) + 0.5) / Double(Fingerprint.side)))
    }
  }

  /// The hash of a grid of 32 times 32 cells.
  static func of(_ grid: Grid) -> UInt64 {
    let strengths = strengths(of: grid)
    let median = strengths[1...].sorted()[31]
    return strengths[1...].reduce(0) { $0 << 1 | ($1 > median ? 1 : 0) }
  }

  /// Those of 8 times 8 frequencies, the mean first.
  private static func strengths(of grid: Grid) -> [Float] {
    var across = [Float](repeating: 0, count: frequencies * grid.rows)
    for row in 0..<grid.rows {
      for frequency in 0..<frequencies {
        across[row * frequencies + frequency] = sum(grid.columns) { cell in
          cosines[frequency * Fingerprint.side + cell] * grid[cell, row]
        }
      }
    }
    return (0..<frequencies * frequencies).map { index in
      let (down, frequency) = (index / frequencies, index % frequencies)
      return sum(grid.rows) { row in
        cosines[down * Fingerprint.side + row] * across[row * frequencies + frequency]
      }
    }
  }

  private static func sum(_ count: Int, _ term: (Int) -> Float) -> Float {
    var sum: Float = 0
    for index in 0..<count { sum += term(index) }
    return sum
  }
}
