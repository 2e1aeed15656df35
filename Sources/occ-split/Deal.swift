/// Deals groups out so that each set has its share of the records of each stratum.
///
/// Group by group, in the order of their hashes, each to the set that lacks most of it. Where
/// every group is in one stratum alone, no set then is a whole group off its share: with groups
/// of one record that is the method of largest remainders. A group in several strata goes where
/// it mends most in all of them.
struct Deal {
  /// Stands for no set.
  private static let free = UInt16.max

  private let strata: Strata
  private let shares: Shares
  private let parts: PartsByGroup
  /// What each set lacks of its share of each stratum, in records times the sum of the weights:
  /// in whole numbers, so that the order of a sum does not matter.
  private var lacks: [Int128] = []

  init(_ strata: Strata, _ shares: Shares) {
    self.strata = strata
    self.shares = shares
    parts = strata.partsByGroup()
  }

  /// The set of each group, by its number; `fixed` tells the sets that are decided.
  mutating func sets(fixed: (_ group: UInt64) -> Int?) -> [UInt16] {
    let groups = strata.groups
    var sets = groups.map { fixed($0).map { UInt16($0) } ?? Self.free }
    begin(sets)
    let free = groups.indices.filter { sets[$0] == Self.free }
    for group in free.sorted(by: { groups[$0] < groups[$1] }) {
      let set = neediest(of: group, groups[group])
      take(group, into: set)
      sets[group] = UInt16(set)
    }
    return sets
  }

  /// How many groups are in several strata.
  var countOfMixed: Int { strata.groups.indices.count { parts[$0].count > 1 } }

  /// What is in sets beside these has no part in the shares.
  private mutating func begin(_ sets: [UInt16]) {
    var counts = strata.counts
    for part in strata.parts where isBeside(sets[Int(part.group)]) {
      counts[Int(part.stratum)] -= Int(part.count)
    }
    lacks = counts.flatMap { count in shares.weights.map { Int128(count) * Int128($0) } }
    for (group, set) in sets.enumerated() where set < shares.names.count {
      take(group, into: Int(set))
    }
  }

  private func isBeside(_ set: UInt16) -> Bool { set >= shares.names.count && set != Self.free }

  private mutating func take(_ group: Int, into set: Int) {
    for index in parts[group] {
      let part = strata.parts[Int(index)]
      lacks[place(part, set)] -= Int128(part.count) * shares.sum
    }
  }

  /// The set that lacks most of a group; of several the one into which it would be drawn.
  private func neediest(of group: Int, _ hash: UInt64) -> Int {
    var (neediest, most) = (0, need(of: group, in: 0))
    for set in shares.names.indices.dropFirst() {
      let need = need(of: group, in: set)
      guard need >= most else { continue }
      // A draw is only needed where both lack the same.
      if need > most || shares.number(of: hash, in: set) < shares.number(of: hash, in: neediest) {
        (neediest, most) = (set, need)
      }
    }
    return neediest
  }

  private func need(of group: Int, in set: Int) -> Int128 {
    parts[group].reduce(0) { sum, index in
      let part = strata.parts[Int(index)]
      return sum + Int128(part.count) * lacks[place(part, set)]
    }
  }

  private func place(_ part: Strata.Part, _ set: Int) -> Int {
    Int(part.stratum) * shares.names.count + set
  }
}

extension Shares {
  /// The sum of the weights.
  fileprivate var sum: Int128 { weights.reduce(0) { $0 + Int128($1) } }
}
