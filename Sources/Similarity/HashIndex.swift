/// Hashes of 64 bits under the numbers 0, 1, 2…, to find those that differ from one in few bits.
///
/// Multi-index hashing (Norouzi, Punjani and Fleet, 2012): a hash within the radius of another
/// is within about a quarter of the radius in one of its four quarters of 16 bits, so only the
/// buckets of such quarters are looked into. An entry takes 48 bytes and the newest ones a few
/// more, beside 2 MB once there are more than 16,384; before that, 8 bytes.
public struct HashIndex: Sendable {
  /// How many entries there can be: 2^31.
  public static let maximumCount = 1 << 31

  private var settled = SettledHashes()
  private var recent = RecentHashes()

  /// An index of nothing.
  public init() {}

  /// How many hashes have been appended.
  public var count: Int { settled.count + recent.count }

  /// Adds a hash under the next number; equal ones are entries of their own.
  ///
  /// It takes about a microsecond in the mean; now and then all are put in order anew.
  public mutating func append(_ hash: UInt64) {
    precondition(count < Self.maximumCount, "an index holds at most 2^31 hashes")
    recent.append(hash)
    if recent.count > max(RecentHashes.minimumLimit, settled.count / 16) { settle() }
  }

  private mutating func settle() {
    recent.chain()
    settled.add(recent)
    recent.removeAll()
  }

  /// Appends all entries that differ from a hash in at most `radius` bits, 0...16.
  ///
  /// Each comes once; their order depends on nothing but what was appended and is asked for.
  public func collect(
    near hash: UInt64, within radius: Int, into neighbours: inout [Neighbour]
  ) {
    let search = Search(near: hash, within: radius)
    settled.collect(search, into: &neighbours)
    recent.collect(search, numberedFrom: settled.count, into: &neighbours)
  }
}
