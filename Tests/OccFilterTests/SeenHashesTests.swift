import Testing
import Trials

@testable import occ_filter

struct SeenHashesTests {
  @Test func `it knows what a set of the standard library knows`() {
    var random = SplitMix(seed: 7)
    var seen = SeenHashes()
    var known: Set<UInt64> = []
    for _ in 0..<200_000 {
      let hash = random.next() % 150_000 &* 0x9E37_79B9_7F4A_7C15
      #expect(seen.contains(hash) == known.contains(hash))
      seen.insert(hash)
      known.insert(hash)
    }
  }

  @Test(arguments: [0, 1, UInt64.max])
  func `the hashes at the ends are hashes as any`(_ hash: UInt64) {
    var seen = SeenHashes()
    #expect(!seen.contains(hash))
    for _ in 0..<2 { seen.insert(hash) }
    #expect(seen.contains(hash))
    #expect(!seen.contains(hash ^ 2))
  }

  @Test func `hashes that want one slot find others, across the end too`() {
    var seen = SeenHashes()
    let hashes = (0..<5000).map { UInt64.max - UInt64($0) }
    for hash in hashes { seen.insert(hash) }
    for hash in hashes { #expect(seen.contains(hash)) }
    #expect(!seen.contains(UInt64.max - 5000))
  }

  @Test func `an entry takes up to 16 bytes, and up to 40 while the table grows`() {
    var random = SplitMix(seed: 9)
    var seen = SeenHashes()
    for count in 1...100_000 {
      let before = seen.capacity
      seen.insert(random.next())
      if count > 1000 { #expect(seen.capacity * 8 <= count * 16) }
      if seen.capacity > before { #expect((before + seen.capacity) * 8 < count * 40) }
    }
  }
}
