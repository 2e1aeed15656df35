/// Which groups the report shows, and in which order: those with more than one label, then the
/// larger ones.
struct GroupRanking {
  /// So many groups are shown: more make a page that no phone opens.
  static let mostGroups = 1000

  /// What is known of a group before it is chosen.
  private struct Count {
    var records = 0
    var label: String?
    var hasConflict = false
  }

  private var counts: [GroupKey: Count] = [:]

  /// Counts a record of a group.
  mutating func add(_ label: String?, to group: GroupKey) {
    var count = counts[group] ?? Count()
    count.records += 1
    if let label {
      if let known = count.label, known != label { count.hasConflict = true }
      count.label = count.label ?? label
    }
    counts[group] = count
  }

  /// How many groups there are.
  var groups: Int { counts.count }

  /// How many of them have more than one label.
  var conflicts: Int { counts.values.count { $0.hasConflict } }

  /// The groups to be shown; of equal ones those with the smaller hash, never those that came
  /// first.
  func shown(onlyConflicts: Bool) -> Set<GroupKey> {
    let wanted = counts.filter { $0.value.hasConflict || !onlyConflicts }
    if wanted.count <= Self.mostGroups { return Set(wanted.keys) }
    let sorted = wanted.sorted { left, right in
      if left.value.hasConflict != right.value.hasConflict { return left.value.hasConflict }
      if left.value.records != right.value.records {
        return left.value.records > right.value.records
      }
      return left.key < right.key
    }
    return Set(sorted.prefix(Self.mostGroups).map(\.key))
  }
}
