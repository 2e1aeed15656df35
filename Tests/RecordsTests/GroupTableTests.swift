import Records
import Testing
import Trials

struct GroupTableTests {
  @Test func `it numbers hashes as they come`() {
    var random = SplitMix(seed: 5)
    var table = GroupTable()
    var known: [UInt64: Int] = [:]
    let isRight = (0..<100_000).allSatisfy { count in
      // Each comes several times, and some want the same slots.
      let hash = random.next() % 20_000 &* (count % 50 == 0 ? 1 : 0x9E37_79B9_7F4A_7C15)
      let number = known[hash, default: known.count]
      known[hash] = number
      return table.number(of: hash) == number
    }
    #expect(isRight)
    #expect(table.count == known.count)
    #expect(known.allSatisfy { table.existingNumber(of: $0.key) == $0.value })
    #expect(known.allSatisfy { table.hashes[$0.value] == $0.key })
    #expect(table.existingNumber(of: 0x1234_5678_9ABC_DEF0) == nil)
    #expect(table.count == known.count)
  }

  @Test func `the hashes at the ends are hashes as any`() {
    var table = GroupTable()
    for _ in 0..<2 {
      #expect(table.number(of: 0) == 0)
      #expect(table.number(of: .max) == 1)
    }
  }
}
