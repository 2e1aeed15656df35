/// Decoded pixels, row after row without gaps.
struct Raster {
  let width: Int
  let height: Int
  /// The bytes of one pixel: those of its samples, in the order of the file.
  let pixelSize: Int
  var bytes: [UInt8]

  /// The picture as it is meant to be seen, where `orientation` is that of EXIF 2.32 section
  /// 4.6.5, 1...8.
  func upright(_ orientation: Int) -> Raster {
    guard let turn = Turn(orientation) else { return self }
    let (width, height) = turn.swapsSides ? (self.height, self.width) : (self.width, self.height)
    var turned = [UInt8]()
    turned.reserveCapacity(bytes.count)
    for y in 0..<height {
      for x in 0..<width {
        let (column, row) = turn.source(x, y, width: width, height: height)
        let start = (row * self.width + column) * pixelSize
        for index in start..<start + pixelSize { turned.append(bytes[index]) }
      }
    }
    return Raster(width: width, height: height, pixelSize: pixelSize, bytes: turned)
  }
}

/// How stored pixels are turned to stand upright.
struct Turn {
  /// Whether the upright picture is as wide as the stored one is high.
  let swapsSides: Bool
  private let flipsColumns: Bool
  private let flipsRows: Bool

  /// The way of EXIF 2.32 section 4.6.5; `nil` where nothing is to be done.
  init?(_ orientation: Int) {
    guard 2...8 ~= orientation else { return nil }
    swapsSides = orientation >= 5
    flipsColumns = [2, 3, 6, 7].contains(orientation)
    flipsRows = [3, 4, 7, 8].contains(orientation)
  }

  /// Where the pixel is stored that stands at `x`, `y` of the upright picture of this size.
  func source(_ x: Int, _ y: Int, width: Int, height: Int) -> (column: Int, row: Int) {
    if swapsSides {
      // The stored columns are the upright rows.
      let column = flipsRows ? height - 1 - y : y
      return (column, flipsColumns ? width - 1 - x : x)
    }
    return (flipsColumns ? width - 1 - x : x, flipsRows ? height - 1 - y : y)
  }
}
