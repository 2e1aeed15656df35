/// Which of some partitions a key belongs to: a few bits of its hash tell.
struct PartitionRule {
  private static let bits = 8
  /// How many partitions there are.
  static let count = 1 << bits

  private let hash = IdentifierHash()
  private var shift = UInt64.bitWidth - bits

  /// Whether there are no more bits for a further rule.
  var isLast: Bool { shift == 0 }

  /// The rule by which the keys of one partition are parted: by the next bits.
  var next: PartitionRule {
    var next = self
    next.shift -= Self.bits
    return next
  }

  /// The number of a key's partition.
  func callAsFunction(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe Int(truncatingIfNeeded: hash(key) >> UInt64(shift)) & (Self.count - 1)
  }
}
