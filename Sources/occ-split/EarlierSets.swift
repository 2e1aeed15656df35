import Records

/// The sets in which groups are since an earlier run.
struct EarlierSets {
  private var groups = GroupTable()
  private var sets: [UInt16] = []

  /// Whether there are none.
  var isEmpty: Bool { sets.isEmpty }

  /// Notes the set of a group; gives the one that it has.
  mutating func note(_ group: UInt64, in set: Int) -> Int {
    let number = groups.number(of: group)
    if number == sets.count { sets.append(UInt16(set)) }
    return Int(sets[number])
  }

  /// The set of a group, if it has one.
  func set(of group: UInt64) -> Int? {
    if sets.isEmpty { return nil }
    return groups.existingNumber(of: group).map { Int(sets[$0]) }
  }
}
