extension Search {
  private static let blockLength = 64

  /// Whether any hash of a range is near.
  ///
  /// There is no branch in the loop, so that it takes several at a time.
  @inline(__always)
  func isAnyNear(of hashes: [UInt64], in range: Range<Int>) -> Bool {
    var least = UInt64.bitWidth
    for position in range { least = min(least, (hashes[position] ^ hash).nonzeroBitCount) }
    return least <= radius
  }

  /// Where in a range of hashes those are that are near, but none that an earlier quarter finds,
  /// and their distances.
  @inline(__always)
  func forEachNear(
    of hashes: [UInt64], in range: Range<Int>, quarter: Int, _ body: (Int, Int) -> Void
  ) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockLength) {
      let block = start..<min(start + Self.blockLength, range.upperBound)
      guard isAnyNear(of: hashes, in: block) else { continue }
      for position in block {
        if let distance = distance(of: hashes[position], in: quarter) { body(position, distance) }
      }
    }
  }

  /// The distance of a hash that is near, unless an earlier quarter finds it.
  @inline(__always)
  func distance(of other: UInt64, in quarter: Int) -> Int? {
    let difference = hash ^ other
    let distance = difference.nonzeroBitCount
    if distance > radius || isFound(difference, before: quarter) { return nil }
    return distance
  }

  private func isFound(_ difference: UInt64, before quarter: Int) -> Bool {
    (0..<quarter).contains { difference.quarter($0).nonzeroBitCount <= quarterRadii[$0] }
  }
}
