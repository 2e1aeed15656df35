import Testing
import Trials

@testable import occ_split

struct DealTests {
  /// `nil` where groups are of one record.
  @Test(arguments: ["train=80,val=10,test=10", "a=1,b=1,c=1", "a=7,b=2,c=0.5"], [1, 2, 30])
  func `each set has its share of each stratum, but for less than a group`(
    _ text: String, _ largest: Int
  ) throws {
    let shares = try Shares(text)
    for seed in 0..<8 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      let records = Self.records(&random, largest: largest)
      let sets = Self.sets(records, shares)
      for stratum in 0..<8 as Range<UInt64> {
        let inIt = records.filter { $0.stratum == stratum }
        let counts = shares.names.indices.map { set in inIt.count { sets[$0.group] == set } }
        Self.check(counts, of: inIt.count, shares, largest: Self.largestGroup(inIt))
      }
    }
  }

  private static func check(_ counts: [Int], of total: Int, _ shares: Shares, largest: Int) {
    let sum = Double(shares.weights.reduce(0, +))
    for (count, weight) in zip(counts, shares.weights) {
      let share = Double(total) * Double(weight) / sum
      #expect(abs(Double(count) - share) < Double(max(1, largest)))
    }
    if largest == 1 { #expect(counts.reduce(0, +) == total) }
  }

  private static func largestGroup(_ records: [Traits]) -> Int {
    Dictionary(grouping: records) { $0.group }.values.map(\.count).max() ?? 0
  }

  /// Each group lies in one stratum; some strata have few records or none.
  private static func records(_ random: inout SplitMix, largest: Int) -> [Traits] {
    (0..<300).flatMap { _ in
      let (group, place) = (random.next(), random.next() % 8)
      let stratum = min(place, random.next() % 8)
      let count = Int(random.next() % UInt64(largest)) + 1
      return Array(repeating: Traits(group: group, stratum: stratum), count: count)
    }
  }

  private static func sets(
    _ records: [Traits], _ shares: Shares, fixed: [UInt64: Int] = [:]
  ) -> [UInt64: Int] {
    var strata = Strata()
    for record in records { strata.add(record.group, record.stratum) }
    var deal = Deal(strata, shares)
    let sets = deal.sets { fixed[$0] }
    return Dictionary(uniqueKeysWithValues: zip(strata.groups, sets.map { Int($0) }))
  }

  @Test(arguments: [
    (1, [1, 0, 0]), (2, [2, 0, 0]), (3, [3, 0, 0]), (10, [8, 1, 1]), (20, [16, 2, 2]),
  ])
  func `remainders go to the largest`(_ records: Int, _ counts: [Int]) throws {
    let shares = try Shares("train=80,val=10,test=10")
    let all = (0..<records).map { Traits(group: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }
    let sets = Self.sets(all, shares)
    #expect(shares.names.indices.map { set in sets.values.count { $0 == set } } == counts)
  }

  @Test func `equal remainders are drawn for`() throws {
    // One group each in ten thousand strata.
    var random = SplitMix(seed: 8)
    let all = (0..<10_000 as Range<UInt64>).map { Traits(group: random.next(), stratum: $0) }
    let sets = Self.sets(all, Shares(folds: 4))
    for fold in 0..<4 { #expect(abs(sets.values.count { $0 == fold } - 2500) < 6 * 44) }
  }

  @Test func `another order gives the same sets, also of groups in several strata`() throws {
    let shares = try Shares("train=70,val=20,test=10")
    for seed in 0..<8 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      let groups = (0..<60).map { _ in random.next() }
      let all = (0..<600).map { _ in
        let stratum = random.next() % 9
        return Traits(
          group: groups[Int(random.next() % 60)], stratum: stratum == 0 ? nil : stratum)
      }
      #expect(Self.sets(all, shares) == Self.sets(all.shuffled(using: &random), shares))
    }
  }

  @Test func `groups in several strata bring each set near to its share of all`() throws {
    let shares = try Shares("train=80,val=10,test=10")
    var random = SplitMix(seed: 2)
    let groups = (0..<2000).map { _ in random.next() }
    let all = (0..<20_000).map { _ in
      Traits(group: groups[Int(random.next() % 2000)], stratum: random.next() % 5)
    }
    let sets = Self.sets(all, shares)
    for stratum in 0..<5 as Range<UInt64> {
      let inIt = all.filter { $0.stratum == stratum }
      for (set, share) in [0.8, 0.1, 0.1].enumerated() {
        let count = Double(inIt.count { sets[$0.group] == set })
        #expect(abs(count / Double(inIt.count) - share) < 0.01)
      }
    }
  }

  @Test func `what is decided stays, and counts for its share`() throws {
    let shares = try Shares("a=1,b=1")
    let all = (0..<100 as Range<UInt64>).map { Traits(group: $0 &* 0x9E37_79B9_7F4A_7C15) }
    // 40 are in the first, 10 in a set beside these two: of 90 the first gets five more.
    var fixed: [UInt64: Int] = [:]
    for (index, record) in all.prefix(50).enumerated() { fixed[record.group] = index < 40 ? 0 : 7 }
    let sets = Self.sets(all, shares, fixed: fixed)
    #expect(fixed.allSatisfy { sets[$0.key] == $0.value })
    #expect([0, 1, 7].map { set in sets.values.count { $0 == set } } == [45, 45, 10])
  }
}
