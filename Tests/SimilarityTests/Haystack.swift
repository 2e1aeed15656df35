import Similarity
import Trials

/// Hashes in an index, and in an array that is looked through one by one.
struct Haystack {
  private(set) var hashes: [UInt64] = []
  private(set) var index = HashIndex()

  mutating func append(_ hash: UInt64) {
    hashes.append(hash)
    index.append(hash)
  }

  /// What the index finds, in the order of the numbers.
  func found(near hash: UInt64, within radius: Int) -> [Neighbour] {
    var neighbours: [Neighbour] = []
    index.collect(near: hash, within: radius, into: &neighbours)
    return neighbours.sorted { $0.number < $1.number }
  }

  /// What there is to find.
  func expected(near hash: UInt64, within radius: Int) -> [Neighbour] {
    hashes.enumerated().compactMap { number, other in
      let distance = (hash ^ other).nonzeroBitCount
      return distance <= radius ? Neighbour(number: number, distance: distance) : nil
    }
  }
}

extension Haystack {
  /// Half of the hashes look random, and half are up to 20 bits beside one that came before.
  init(count: Int, _ random: inout SplitMix) {
    for number in 0..<count {
      let before = number % 2 == 0 ? nil : hashes.randomElement(using: &random)
      append(before.map { random.hash(beside: $0) } ?? random.next())
    }
  }
}

extension SplitMix {
  /// So many bits, among the lowest.
  mutating func bits(_ count: Int, among width: UInt64 = 64) -> UInt64 {
    var bits: UInt64 = 0
    while bits.nonzeroBitCount < count { bits |= 1 << (next() % width) }
    return bits
  }

  mutating func hash(beside hash: UInt64, bits count: ClosedRange<Int> = 0...20) -> UInt64 {
    hash ^ bits(Int.random(in: count, using: &self))
  }

  /// With so many bits of each quarter flipped.
  mutating func hash(_ hash: UInt64, flipping counts: [Int]) -> UInt64 {
    counts.enumerated().reduce(hash) { $0 ^ bits($1.element, among: 16) << UInt64(16 * $1.offset) }
  }
}
