/// Entries in the order of their quarters: each one four times, 12 bytes a time.
struct SettledHashes {
  /// 256 a quarter.
  private var shelves: [Shelf] = []
  private(set) var count = 0

  /// Adds entries that are chained, under the next numbers.
  ///
  /// One shelf after the other is built anew, so that hardly anything is there twice.
  mutating func add(_ recent: RecentHashes) {
    if shelves.isEmpty { shelves = [Shelf](repeating: Shelf(), count: UInt64.quarters << 8) }
    for index in shelves.indices {
      shelves[index].add(
        recent, in: index >> 8, UInt8(truncatingIfNeeded: index), numberedFrom: count)
    }
    count += recent.count
  }

  func collect(_ search: Search, into neighbours: inout [Neighbour]) {
    guard search.prefersBuckets(among: count) else {
      for shelf in shelves.prefix(1 << 8) { shelf.collectAll(search, into: &neighbours) }
      return
    }
    let shelves = shelves.span
    for quarter in 0..<UInt64.quarters {
      let value = search.hash.quarter(quarter)
      for mask in search.masks(of: quarter) {
        let bucket = Int(value ^ mask)
        shelves[quarter << 8 | bucket >> 8]
          .collect(search, in: quarter, bucket & 0xFF, into: &neighbours)
      }
    }
  }
}
