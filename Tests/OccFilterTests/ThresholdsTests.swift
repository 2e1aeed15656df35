import Testing
import Trials

@testable import occ_filter

struct ThresholdsTests {
  /// Few hashes, so that many are equal.
  @Test(arguments: [1, 2, 5, 30], [3, 40, 1_000_000] as [UInt64])
  func `the smallest of each group are kept, and equal ones contest the last places`(
    _ limit: Int, _ hashes: UInt64
  ) {
    var random = SplitMix(seed: UInt64(limit) ^ hashes)
    var thresholds = Thresholds(limit: limit)
    var records = [[UInt64]](repeating: [], count: 20)
    for _ in 0..<2000 {
      let group = Int(random.next() % 20 * (random.next() % 20) / 19)
      let hash = random.next() % hashes
      records[group].append(hash)
      let isAdmitted = thresholds.admit(hash, to: group, count: records[group].count)
      // What is not admitted is never among the smallest again.
      if !isAdmitted { #expect(standing(of: hash, in: group, thresholds) == .out) }
    }
    for (group, all) in records.enumerated() where !all.isEmpty {
      check(group, all.sorted(), limit, thresholds)
    }
  }

  private func check(_ group: Int, _ sorted: [UInt64], _ limit: Int, _ thresholds: Thresholds) {
    let last = sorted.prefix(limit).last
    let places = sorted.prefix(limit).count { $0 == last }
    let isContested = sorted.count { $0 == last } > places
    for hash in sorted {
      let expected: Thresholds.Standing =
        if let last, hash == last, isContested { .contested } else {
          last.map { hash <= $0 } ?? false ? .kept : .out
        }
      #expect(standing(of: hash, in: group, thresholds) == expected)
    }
    if isContested { #expect(thresholds.contestedPlaces(of: group) == places) }
  }

  private func standing(
    of hash: UInt64, in group: Int, _ thresholds: Thresholds
  ) -> Thresholds.Standing {
    thresholds.standing(of: Candidate(hash: hash, group: group))
  }

  @Test func `there is a contest where there are more of one hash than places`() {
    var thresholds = Thresholds(limit: 2)
    for count in 1...2 { _ = thresholds.admit(9, to: 0, count: count) }
    #expect(!thresholds.hasContest)
    _ = thresholds.admit(9, to: 0, count: 3)
    #expect(thresholds.hasContest)
    for (count, hash) in [(4, 1), (5, 2)] as [(Int, UInt64)] {
      _ = thresholds.admit(hash, to: 0, count: count)
    }
    #expect(!thresholds.hasContest)
  }
}
