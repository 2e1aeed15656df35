import Testing
import Trials

@testable import occ_split

struct DistinctCountTests {
  @Test(arguments: [0, 1, 1000, 16_384])
  func `few are counted exactly, however often they come`(_ number: Int) {
    var random = SplitMix(seed: 4)
    let hashes = (0..<number).map { _ in random.next() }
    var count = DistinctCount()
    for _ in 0..<3 { for hash in hashes { count.note(hash) } }
    #expect(count.estimate == (number, true))
  }

  @Test(arguments: [16_385, 32_768, 32_769, 300_000])
  func `of many the number is right but for a few in a hundred`(_ number: Int) {
    var random = SplitMix(seed: 5)
    let hashes = (0..<number).map { _ in random.next() }
    var count = DistinctCount()
    for hash in hashes { count.note(hash) }
    for hash in hashes.prefix(50_000) { count.note(hash) }
    #expect(!count.estimate.isExact)
    #expect(abs(Double(count.estimate.count) / Double(number) - 1) < 0.05)
  }

  @Test func `their order changes nothing`() {
    var random = SplitMix(seed: 6)
    let hashes = (0..<100_000).map { _ in random.next() }
    var (forwards, backwards) = (DistinctCount(), DistinctCount())
    for hash in hashes { forwards.note(hash) }
    for hash in hashes.reversed() { backwards.note(hash) }
    #expect(forwards.estimate == backwards.estimate)
  }

  @Test func `hashes that are alike in their upper bits are as any`() {
    var random = SplitMix(seed: 7)
    var count = DistinctCount()
    for _ in 0..<200_000 { count.note(random.next() | 0xF000_0000_0000_0000) }
    #expect(abs(Double(count.estimate.count) / 200_000 - 1) < 0.05)
  }
}
