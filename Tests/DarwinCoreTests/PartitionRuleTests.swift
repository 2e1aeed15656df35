import Testing

@testable import DarwinCore

struct PartitionRuleTests {
  private static func partition(_ key: String, _ rule: PartitionRule) -> Int {
    TextEntry(key, "").withEntry { unsafe rule($0.key) }
  }

  private static let rules = Array(
    sequence(first: PartitionRule()) { $0.isLast ? nil : $0.next })

  @Test func `eight rules in turn use all bits of a hash`() {
    #expect(Self.rules.count == 8)
    #expect(Self.rules.map(\.isLast) == [Bool](repeating: false, count: 7) + [true])
  }

  @Test func `equal keys are in one partition, whatever the rule`() {
    for rule in Self.rules {
      #expect(Self.partition("1234567890", rule) == Self.partition("1234567890", rule))
    }
  }

  /// 400 a partition; far fewer or more do not come by chance.
  @Test func `numbers in a row spread over all partitions of each rule`() {
    for rule in Self.rules {
      var counts = [Int](repeating: 0, count: PartitionRule.count)
      for number in 0..<400 * counts.count {
        counts[Self.partition("\(1_000_000_000 + number)", rule)] += 1
      }
      #expect(counts.allSatisfy { 100..<1600 ~= $0 })
    }
  }

  @Test func `keys of one partition spread by the next rule`() {
    let rule = PartitionRule()
    let keys = (0..<100_000).map { "\($0)" }.filter { Self.partition($0, rule) == 0 }
    #expect(Set(keys.map { Self.partition($0, rule.next) }).count > 50)
  }
}
