extension Raster {
  /// The picture in so many pixels, no more than it has: each is the mean of what it covers.
  ///
  /// For pixels of four bytes.
  func shrunk(to width: Int, _ height: Int) -> Raster {
    if (width, height) == (self.width, self.height) { return self }
    let down = AreaFilter(from: self.height, to: height)
    let across = AreaFilter(from: self.width, to: width)
    var row = [SIMD4<Float>](repeating: .zero, count: self.width)
    let shrunk = unsafe [UInt8](unsafeUninitializedCapacity: 4 * width * height) { new, count in
      let pixels = UnsafeMutableRawBufferPointer(new)
      for (index, cell) in down.cells.enumerated() {
        gather(cell, down.shares, into: &row)
        let place = unsafe UnsafeMutableRawBufferPointer(
          rebasing: pixels[4 * width * index..<4 * width * (index + 1)])
        unsafe Self.spread(row, across, into: place)
      }
      count = 4 * width * height
    }
    return Raster(width: width, height: height, pixelSize: 4, bytes: shrunk)
  }

  /// The mean of the rows of a cell.
  private func gather(
    _ cell: AreaFilter.Cell, _ shares: [Float], into row: inout [SIMD4<Float>]
  ) {
    unsafe row.withUnsafeMutableBytes { row in
      let row = unsafe row.bindMemory(to: Float.self)
      unsafe bytes.withUnsafeBufferPointer { bytes in
        for (index, share) in cell.shares.enumerated() {
          let start = (cell.first + index) * row.count
          let old = unsafe UnsafeBufferPointer(rebasing: bytes[start..<start + row.count])
          unsafe Self.add(old, shares[share], to: row, isFirst: index == 0)
        }
      }
    }
  }

  /// Plain loops over memory, so that they are done many samples at a time.
  private static func add(
    _ old: UnsafeBufferPointer<UInt8>, _ share: Float, to row: UnsafeMutableBufferPointer<Float>,
    isFirst: Bool
  ) {
    guard let old = old.baseAddress, let sums = row.baseAddress else { return }
    if isFirst {
      for index in 0..<row.count { unsafe sums[index] = share * Float(old[index]) }
    } else {
      for index in 0..<row.count { unsafe sums[index] += share * Float(old[index]) }
    }
  }

  /// The means of the pixels of a row, rounded.
  private static func spread(
    _ row: [SIMD4<Float>], _ filter: AreaFilter, into place: UnsafeMutableRawBufferPointer
  ) {
    unsafe row.withUnsafeBufferPointer { row in
      for (index, cell) in filter.cells.enumerated() {
        var sum = SIMD4<Float>(repeating: 0.5)
        var old = cell.first
        for share in cell.shares {
          unsafe sum += filter.shares[share] * row[old]
          old += 1
        }
        // Of SIMD's own conversion a pixel would take hundreds of steps.
        let pixel = SIMD4(UInt8(sum.x), UInt8(sum.y), UInt8(sum.z), UInt8(sum.w))
        unsafe place.storeBytes(of: pixel, toByteOffset: 4 * index, as: SIMD4<UInt8>.self)
      }
    }
  }
}
