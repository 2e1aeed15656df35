import Testing
import Trials

@testable import occ_filter

struct HashHeapsTests {
  /// Enough for several pieces of the pool.
  @Test func `each heap knows its largest, whatever happens to the others`() {
    var random = SplitMix(seed: 3)
    var heaps = HashHeaps()
    var kept = [(heap: HashHeaps.Heap, sorted: [UInt64])](repeating: (.init(), []), count: 40)
    for _ in 0..<60_000 {
      let index = Int(random.next() % 40)
      let hash = random.next() % 5000
      let count = kept[index].sorted.count
      if count < 100 || count < 3000 && random.next() % 2 == 0 {
        heaps.insert(hash, into: &kept[index].heap)
      } else {
        heaps.replaceLargest(of: &kept[index].heap, by: hash)
        kept[index].sorted.removeLast()
      }
      let place = kept[index].sorted.firstIndex { $0 > hash } ?? kept[index].sorted.count
      kept[index].sorted.insert(hash, at: place)
      #expect(heaps.largest(of: kept[index].heap) == kept[index].sorted.last)
    }
    for (heap, sorted) in kept {
      #expect(heaps.largestCount(of: heap) == sorted.count { $0 == sorted.last })
    }
  }

  @Test func `a heap of nothing has no largest`() {
    let heaps = HashHeaps()
    #expect(heaps.largest(of: .init()) == nil)
    #expect(heaps.largestCount(of: .init()) == 0)
  }

  @Test func `one hash many times is so many`() {
    var heaps = HashHeaps()
    var heap = HashHeaps.Heap()
    for hash: UInt64 in [7, 3, 7, 0, 7] { heaps.insert(hash, into: &heap) }
    #expect(heaps.largestCount(of: heap) == 3)
    heaps.replaceLargest(of: &heap, by: 1)
    #expect(heaps.largestCount(of: heap) == 2)
  }

  @Test(arguments: [false, true])
  func `a long series in order is taken as any other`(_ rises: Bool) {
    var heaps = HashHeaps()
    var heap = HashHeaps.Heap()
    for number in 0..<UInt64(200_000) {
      heaps.insert(rises ? number : 200_000 - number, into: &heap)
    }
    #expect(heaps.largest(of: heap) == (rises ? 199_999 : 200_000))
  }
}
