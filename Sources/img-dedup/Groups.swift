/// What is known of the records of one picture; 8 bytes.
private struct Group {
  /// The lower half of the label's hash: two labels in four thousand million look alike.
  var label: UInt32?
  var isRepeated = false
  var hasConflict = false
}

/// The pictures seen so far: 24 bytes each, in a table that is half full or more.
struct Groups {
  private var groups: [PictureHash: Group] = [:]
  /// How many pictures have several records.
  private(set) var repeated = 0
  /// How many pictures have records under several labels.
  private(set) var conflicts = 0

  /// Notes a record of a picture and the hash of its label, where it has one; true for the
  /// first of the picture.
  mutating func note(_ picture: PictureHash, label: UInt64?) -> Bool {
    let label = label.map { UInt32(truncatingIfNeeded: $0) }
    guard var group = groups[picture] else {
      groups[picture] = Group(label: label)
      return true
    }
    if !group.isRepeated { repeated += 1 }
    group.isRepeated = true
    if let known = group.label, let label, label != known, !group.hasConflict {
      group.hasConflict = true
      conflicts += 1
    }
    group.label = group.label ?? label
    groups[picture] = group
    return false
  }

  /// Whether the picture has several records.
  func isRepeated(_ picture: PictureHash) -> Bool { groups[picture]?.isRepeated ?? false }
}
