/// The entries whose quarters have the same upper byte, in 256 buckets by the lower.
struct Shelf {
  private static let bucketCount = 256

  /// Where each bucket starts, and where the last one ends.
  private var starts = [UInt32](repeating: 0, count: bucketCount + 1)
  private var hashes: [UInt64] = []
  private var numbers: [UInt32] = []

  /// Adds those that belong here; arrays are exactly as long as need be.
  mutating func add(
    _ recent: RecentHashes, in quarter: Int, _ upper: UInt8, numberedFrom first: Int
  ) {
    let values = UInt16(upper) << 8...UInt16(upper) << 8 | 0xFF
    var added = 0
    for value in values { recent.forEach(in: quarter, value) { _ in added += 1 } }
    if added == 0 { return }
    var next = Shelf(capacity: hashes.count + added)
    for value in values {
      next.append(of: self, bucket: Int(value & 0xFF))
      recent.forEach(in: quarter, value) { position in
        next.hashes.append(recent[position])
        next.numbers.append(UInt32(first + position))
      }
      next.starts[Int(value & 0xFF) + 1] = UInt32(next.hashes.count)
    }
    self = next
  }

  init(capacity: Int = 0) {
    hashes.reserveCapacity(capacity)
    numbers.reserveCapacity(capacity)
  }

  private mutating func append(of other: Shelf, bucket: Int) {
    let range = other.range(of: bucket)
    hashes.append(contentsOf: other.hashes[range])
    numbers.append(contentsOf: other.numbers[range])
  }

  private func range(of bucket: Int) -> Range<Int> {
    Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  /// Appends those of a bucket that are near.
  func collect(
    _ search: Search, in quarter: Int, _ bucket: Int, into neighbours: inout [Neighbour]
  ) {
    let range = range(of: bucket)
    // Most buckets have none, and arrays that are merely read need not be retained.
    guard search.isAnyNear(of: hashes, in: range) else { return }
    collect(search, in: quarter, range, into: &neighbours)
  }

  /// Appends all that are near, as the first quarter's.
  func collectAll(_ search: Search, into neighbours: inout [Neighbour]) {
    collect(search, in: 0, hashes.indices, into: &neighbours)
  }

  @inline(never)
  private func collect(
    _ search: Search, in quarter: Int, _ range: Range<Int>, into neighbours: inout [Neighbour]
  ) {
    search.forEachNear(of: hashes, in: range, quarter: quarter) { position, distance in
      neighbours.append(Neighbour(number: Int(numbers[position]), distance: distance))
    }
  }
}
