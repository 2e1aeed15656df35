/// The pictures seen so far, each with what is known of its records.
struct Groups {
  /// By the first byte of their hashes, so that no table is copied whole when it grows: a
  /// picture has 24 bytes in tables that are half to wholly full, 64 at most.
  private var shards = [[PictureHash: Group]](repeating: [:], count: 256)
  /// How many pictures have several records.
  private(set) var repeated = 0
  /// How many pictures have records under several labels.
  private(set) var conflicts = 0

  /// Notes a record of a picture and the hash of its label, where it has one; true for the
  /// first of the picture.
  mutating func note(_ picture: PictureHash, label: UInt64?) -> Bool {
    let label = label.map { UInt32(truncatingIfNeeded: $0) }
    let change = Group.add(label, to: &shards[picture.firstByte][picture])
    if change.isRepeated { repeated += 1 }
    if change.hasConflict { conflicts += 1 }
    return change.isNew
  }

  /// Whether the picture has several records.
  func isRepeated(_ picture: PictureHash) -> Bool {
    shards[picture.firstByte][picture]?.isRepeated ?? false
  }
}

/// What is known of the records of one picture.
private struct Group {
  /// Half of the label's hash: of two differing labels one pair in four thousand million is
  /// taken for equal.
  private var label: UInt32?
  private(set) var isRepeated = false
  private var hasConflict = false

  /// What a further record changed.
  struct Change {
    var isNew = false
    var isRepeated = false
    var hasConflict = false
  }

  static func add(_ label: UInt32?, to group: inout Group?) -> Change {
    if let change = group?.add(label) { return change }
    group = Group(label: label)
    return Change(isNew: true)
  }

  private mutating func add(_ label: UInt32?) -> Change {
    var change = Change(isRepeated: !isRepeated)
    isRepeated = true
    if let known = self.label, let label, label != known {
      change.hasConflict = !hasConflict
      hasConflict = true
    }
    self.label = self.label ?? label
    return change
  }
}
