@testable import Journals
import Testing
import Trials

/// Where entries stand.
struct JournalIndexTests {
  /// Up to a tebibyte.
  private static func offset(_ number: Int) -> Int { number * 109_951_162 }

  @Test func `every place is found again, whatever the hashes`() {
    var index = JournalIndex()
    // Hashes that begin alike all want the same slot.
    let hashes = (0..<800).map { UInt64($0) &* 0x1_0000_0000 } + (1...800).map { UInt64($0) * 2 }
    for (number, hash) in hashes.enumerated() {
      index.note(hash, .init(segment: number % 300, offset: Self.offset(number)))
    }
    for (number, hash) in hashes.enumerated() {
      #expect(index[hash]?.segment == number % 300)
      #expect(index[hash]?.offset == Self.offset(number))
    }
    #expect(index.count == Set(hashes).count)
    #expect(index[0xFFFF_FFFF_FFFF_FFFF] == nil)
  }

  @Test func `places that come one after the other are found while there are more and more`() {
    var (index, random) = (JournalIndex(), SplitMix(seed: 7))
    let hashes = (0..<100_000).map { _ in random.next() }
    for (number, hash) in hashes.enumerated() {
      index.note(hash, .init(segment: 1, offset: number))
      let early = number / 3
      if number % 97 == 0 { #expect(index[hashes[early]]?.offset == early) }
    }
    #expect(hashes.indices.allSatisfy { index[hashes[$0]]?.offset == $0 })
    #expect(index.count == hashes.count)
  }

  @Test func `a later place takes that of an earlier`() {
    var index = JournalIndex()
    index.note(7, .init(segment: 0, offset: 1))
    index.note(7, .init(segment: 70_000, offset: 2))
    #expect(index.count == 1)
    #expect(index[7]?.segment == 70_000)
    #expect(index[7]?.offset == 2)
  }

  @Test func `the lowest bit of a hash tells nothing apart, and 0 is a hash like others`() {
    var index = JournalIndex()
    index.note(0, .init(segment: 3, offset: 4))
    #expect(index[0]?.offset == 4)
    #expect(index[1]?.offset == 4)
    #expect(index.count == 1)
  }
}
