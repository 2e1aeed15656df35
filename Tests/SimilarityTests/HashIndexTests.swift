import Similarity
import Testing
import Trials

/// What is found near a hash.
struct HashIndexTests {
  @Test(arguments: [0, 1, 2, 1023, 16_384, 16_385, 70_000])
  func `whatever is near is found once, as by looking through all`(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    let haystack = Haystack(count: count, &random)
    #expect(haystack.index.count == count)
    for radius in 0...16 {
      for near in haystack.hashes.indices.shuffled(using: &random).prefix(3) {
        let hash = random.hash(beside: haystack.hashes[near])
        let expected = haystack.expected(near: hash, within: radius)
        #expect(haystack.found(near: hash, within: radius) == expected)
      }
    }
  }

  @Test func `what was appended is found at once, while there are more and more`() {
    var (haystack, random) = (Haystack(), SplitMix(seed: 7))
    for number in 0..<40_000 {
      haystack.append(number % 3 == 0 ? 0x0123_4567_89AB_CDEF : random.next())
      guard number % 1999 == 0 else { continue }
      let hash = random.hash(beside: haystack.hashes[number / 2], bits: 0...4)
      for (hash, radius) in [(hash, 4), (hash, 10), (haystack.hashes[number], 0)] {
        let expected = haystack.expected(near: hash, within: radius)
        #expect(haystack.found(near: hash, within: radius) == expected)
      }
    }
  }

  /// All ways in which so many bits can lie in the four quarters.
  private static func spreads(of radius: Int) -> [[Int]] {
    (0...radius).flatMap { first in
      (0...radius - first).flatMap { second in
        (0...radius - first - second).map { third in
          [first, second, third, radius - first - second - third]
        }
      }
    }
  }

  @Test func `no spread of bits over a hash is missed`() {
    var (haystack, random) = (Haystack(), SplitMix(seed: 17))
    let hashes = (0...16).map { _ in random.next() }
    for (radius, hash) in hashes.enumerated() {
      for bits in Self.spreads(of: radius) { haystack.append(random.hash(hash, flipping: bits)) }
    }
    // So many more that it is worth looking into buckets even for 16 bits.
    while haystack.index.count < 60_000 { haystack.append(random.next()) }
    for (radius, hash) in hashes.enumerated() {
      let found = haystack.found(near: hash, within: radius)
      #expect(found == haystack.expected(near: hash, within: radius))
      #expect(found.count >= Self.spreads(of: radius).count)
    }
  }

  @Test func `hashes that are all equal are all found, or none`() {
    var (haystack, random) = (Haystack(), SplitMix(seed: 3))
    let hash = random.next()
    for _ in 0..<40_000 { haystack.append(hash) }
    for (distance, radius) in [(0, 0), (0, 16), (3, 2), (3, 3), (16, 15), (16, 16)] {
      let near = random.hash(beside: hash, bits: distance...distance)
      let found = haystack.found(near: near, within: radius)
      #expect(found.map(\.number) == (distance <= radius ? Array(0..<40_000) : []))
      #expect(found.allSatisfy { $0.distance == distance })
    }
  }

  @Test func `neighbours come after those that are there, in the same order every time`() {
    var orders: [[Neighbour]] = []
    for _ in 0..<2 {
      var random = SplitMix(seed: 5)
      let haystack = Haystack(count: 40_000, &random)
      var neighbours = [Neighbour(number: 7, distance: 1)]
      for hash in haystack.hashes.prefix(100) {
        haystack.index.collect(near: hash, within: 16, into: &neighbours)
      }
      orders.append(neighbours)
    }
    #expect(orders[0] == orders[1])
    #expect(orders[0].first == Neighbour(number: 7, distance: 1))
    #expect(orders[0].count > 100)
  }
}
