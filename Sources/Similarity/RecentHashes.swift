/// Entries that are not settled yet, those in the same bucket of a quarter in a chain from the
/// last to the first: 24 bytes an entry.
struct RecentHashes {
  /// Up to so many, settling them is not worth it; without chains they are merely looked through.
  static let minimumLimit = 16_384

  private var hashes: [UInt64] = []
  /// The last position in each bucket, plus 1, or 0; empty while there are no chains.
  private var heads: [UInt32] = []
  /// By position and quarter: the position before in the same bucket, plus 1, or 0.
  private var links: [UInt32] = []

  var count: Int { hashes.count }

  subscript(position: Int) -> UInt64 { hashes[position] }

  mutating func append(_ hash: UInt64) {
    hashes.append(hash)
    if !heads.isEmpty { link(hash) }
  }

  /// From now on there are chains, of those that are here too.
  mutating func chain() {
    guard heads.isEmpty else { return }
    heads = [UInt32](repeating: 0, count: UInt64.quarters << 16)
    for hash in hashes { link(hash) }
  }

  private mutating func link(_ hash: UInt64) {
    let next = UInt32(links.count / UInt64.quarters + 1)
    for quarter in 0..<UInt64.quarters {
      let bucket = Self.bucket(quarter, hash.quarter(quarter))
      links.append(heads[bucket])
      heads[bucket] = next
    }
  }

  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    for bucket in heads.indices { heads[bucket] = 0 }
  }

  /// The positions of all whose quarter is this, the last first.
  @inline(__always)
  func forEach(in quarter: Int, _ value: UInt16, _ body: (Int) -> Void) {
    var next = heads[Self.bucket(quarter, value)]
    while next != 0 {
      let position = Int(next - 1)
      body(position)
      next = links[UInt64.quarters * position + quarter]
    }
  }

  private static func bucket(_ quarter: Int, _ value: UInt16) -> Int {
    quarter << 16 | Int(value)
  }

  /// Appends all that are near; the numbers count from `first`.
  func collect(
    _ search: Search, numberedFrom first: Int, into neighbours: inout [Neighbour]
  ) {
    guard !heads.isEmpty, search.prefersBuckets(among: count) else {
      search.forEachNear(of: hashes, in: hashes.indices, quarter: 0) { position, distance in
        neighbours.append(Neighbour(number: first + position, distance: distance))
      }
      return
    }
    for quarter in 0..<UInt64.quarters {
      let value = search.hash.quarter(quarter)
      for mask in search.masks(of: quarter) {
        forEach(in: quarter, value ^ mask) { position in
          guard let distance = search.distance(of: hashes[position], in: quarter) else { return }
          neighbours.append(Neighbour(number: first + position, distance: distance))
        }
      }
    }
  }
}
