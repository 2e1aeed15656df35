import Records

/// How many different hashes there were: exactly up to 16384, beyond that by the smallest of them
/// (Bar-Yossef and others, 2002), give or take one in a hundred.
struct DistinctCount {
  private static let kept = 1 << 14

  /// The hashes times `spread`.
  private var table = GroupTable()
  /// No hash above it is kept, in this order.
  private var limit = UInt64.max

  /// Notes a hash.
  mutating func note(_ hash: UInt64) {
    if Self.order(hash) > limit { return }
    _ = table.number(of: hash &* Self.spread)
    if table.count == 2 * Self.kept { prune() }
  }

  /// The number, and whether that is exact.
  var estimate: (count: Int, isExact: Bool) {
    if table.count <= Self.kept, limit == .max { return (table.count, true) }
    let largest = orders[Self.kept - 1]
    return (Int(Double(Self.kept - 1) / (Double(largest) * 0x1p-64)), false)
  }

  private mutating func prune() {
    limit = orders[Self.kept - 1]
    let hashes = table.hashes
    table = GroupTable()
    for hash in hashes where Self.order(hash &* Self.inverse) <= limit {
      _ = table.number(of: hash)
    }
  }

  /// What the hashes are compared by, from the smallest on.
  private var orders: [UInt64] { table.hashes.map { Self.order($0 &* Self.inverse) }.sorted() }

  /// Where groups are dealt out in the order of their hashes, those of a set are alike in their
  /// upper bits: those would tell a wrong number, and crowd the table.
  private static func order(_ hash: UInt64) -> UInt64 { hash.byteSwapped }

  /// 2⁶⁴ by the golden ratio, and what takes it back.
  private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let inverse: UInt64 = 0xF1DE_83E1_9937_733D
}
