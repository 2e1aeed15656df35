/// What a picture looks like, in few bits: alike for pictures that look alike.
public struct Fingerprint: Comparable, Hashable, Sendable {
  /// Which of the 64 lowest frequencies are stronger than their median, the lowest (the mean)
  /// always 0: a perceptual hash.
  public let perceptual: UInt64
  /// In which of 64 places it gets brighter from left to right: a difference hash.
  public let difference: UInt64
  /// The standard deviation of the brightness, 0 for a picture of one colour, 127 at most.
  public let contrast: Int

  /// A fingerprint that was taken before.
  public init(perceptual: UInt64, difference: UInt64, contrast: Int) {
    self.perceptual = perceptual
    self.difference = difference
    self.contrast = contrast
  }

  /// An order that means nothing, but is the same everywhere.
  public static func < (left: Fingerprint, right: Fingerprint) -> Bool {
    (left.perceptual, left.difference, left.contrast)
      < (right.perceptual, right.difference, right.contrast)
  }

  /// Pictures with less contrast have too little in them to be told apart by their hashes.
  public static let leastContrast = 4

  /// Whether there is enough in the picture that its hashes mean something.
  public var isTelling: Bool { contrast >= Self.leastContrast }

  /// The cells of the grid from which a fingerprint is taken, in a row and in a column.
  static let side = 32

  /// The fingerprint of a grid of `side` times `side` cells, upright.
  init(_ grid: Grid) {
    perceptual = PerceptualHash.of(grid)
    let small = grid.scaled(columns: 9, rows: 8)
    var difference: UInt64 = 0
    for row in 0..<8 {
      for column in 0..<8 {
        difference = difference << 1 | (small[column, row] < small[column + 1, row] ? 1 : 0)
      }
    }
    self.difference = difference
    contrast = Int(grid.contrast)
  }
}
