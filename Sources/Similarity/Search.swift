/// What is looked for, and the quarters that it must be found by.
struct Search {
  /// The radii that are possible.
  static let radii = 0...16

  /// What 16 bits may differ in: no bit, each one bit, each two, and so on up to four.
  private static let masks = (UInt16.min...UInt16.max)
    .filter { $0.nonzeroBitCount <= radii.upperBound / UInt64.quarters }
    .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }

  /// How many masks have at most 0, 1, 2, 3 and 4 bits.
  private static let maskCounts = [1, 17, 137, 697, 2517]

  let hash: UInt64
  let radius: Int

  /// The most bits of each quarter in which those it finds may differ; -1 where it finds none.
  ///
  /// With a radius of 4q + s, what differs in more than q bits of s + 1 quarters and in more
  /// than q - 1 of the others differs in at least (s + 1)(q + 1) + (3 - s)q = 4q + s + 1 bits.
  let quarterRadii: [4 of Int]

  init(near hash: UInt64, within radius: Int) {
    precondition(Self.radii.contains(radius), "a radius is of 0 to 16 bits")
    self.hash = hash
    self.radius = radius
    let (least, rest) = radius.quotientAndRemainder(dividingBy: UInt64.quarters)
    quarterRadii = [4 of Int] { $0 <= rest ? least : least - 1 }
  }

  /// Whether to look into buckets rather than at all of so many hashes: a bucket is as dear as
  /// about eight hashes in a row.
  func prefersBuckets(among count: Int) -> Bool {
    let buckets = (0..<UInt64.quarters).reduce(0) { $0 + masks(of: $1).count }
    return count > 8 * buckets
  }

  /// What the quarter of the hash is to be combined with by exclusive or, for its buckets.
  func masks(of quarter: Int) -> ArraySlice<UInt16> {
    let radius = quarterRadii[quarter]
    return radius < 0 ? [] : Self.masks[..<Self.maskCounts[radius]]
  }
}
