import Records

/// How many records each group has in each stratum.
struct Strata {
  /// The records of a group in one stratum.
  struct Part {
    var group: UInt32
    var stratum: UInt32
    var count: UInt32
  }

  private var table = GroupTable()
  private var strata = GroupTable()
  private var partTable = GroupTable()
  private(set) var parts: [Part] = []
  /// How many records there are of each stratum; those without a value are in the first.
  private(set) var counts = [0]

  /// The keyed hashes of the groups by their numbers.
  var groups: [UInt64] { table.hashes }

  /// Counts a record.
  mutating func add(_ group: UInt64, _ value: UInt64?) {
    let stratum = value.map { strata.number(of: $0) + 1 } ?? 0
    let part = partTable.number(of: Self.hash(group, value))
    if part == parts.count {
      let group = table.number(of: group)
      parts.append(Part(group: UInt32(group), stratum: UInt32(stratum), count: 0))
    }
    parts[part].count += 1
    if stratum == counts.count { counts.append(0) }
    counts[stratum] += 1
  }

  /// The number of a group that was counted.
  func number(of group: UInt64) -> Int? { table.existingNumber(of: group) }

  /// The parts group by group, by the numbers of these.
  func partsByGroup() -> PartsByGroup { PartsByGroup(parts, groups: table.count) }

  private static func hash(_ group: UInt64, _ value: UInt64?) -> UInt64 {
    var hash = SipHash(k0: group, k1: value ?? 0)
    hash.append(value == nil ? 0 : 1)
    return hash.finish()
  }
}

/// Parts in the order of their groups.
struct PartsByGroup {
  private var ends: [UInt32]
  private var ordered: [UInt32]

  init(_ parts: [Strata.Part], groups: Int) {
    ends = Array(repeating: 0, count: groups + 1)
    ordered = Array(repeating: 0, count: parts.count)
    for part in parts { ends[Int(part.group) + 1] += 1 }
    for group in 0..<groups { ends[group + 1] += ends[group] }
    var next = ends
    for (index, part) in parts.enumerated() {
      ordered[Int(next[Int(part.group)])] = UInt32(index)
      next[Int(part.group)] += 1
    }
  }

  /// The indices of the parts of a group.
  subscript(group: Int) -> ArraySlice<UInt32> {
    ordered[Int(ends[group])..<Int(ends[group + 1])]
  }
}
