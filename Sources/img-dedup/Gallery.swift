import Pixels

/// The pictures that were seen, under numbers from 0 on, and what is known of their records.
struct Gallery {
  /// What the records of a picture, or of a group of pictures, have in common.
  struct Mark: OptionSet {
    let rawValue: UInt8
    /// There are several.
    static let isRepeated = Mark(rawValue: 1)
    /// One at least has a label.
    static let isLabelled = Mark(rawValue: 2)
    /// They have more than one label.
    static let hasConflict = Mark(rawValue: 4)
  }

  /// By the first byte of their hashes, so that no table is copied whole when it grows: a
  /// picture has 24 bytes in tables that are half to wholly full, 64 at most.
  private var shards = [[PictureHash: UInt32]](repeating: [:], count: 256)
  /// Half of the hash of a label: of two differing labels one pair in four thousand million is
  /// taken for equal.
  private var labels: [UInt32] = []
  private var marks: [Mark] = []

  /// How many pictures there are.
  var count: Int { marks.count }

  /// Whether any has several records.
  private(set) var hasRepeated = false

  /// Notes a record of a picture and the hash of its label, where it has one.
  mutating func note(_ picture: PictureHash, label: UInt64?) -> (number: Int, isNew: Bool) {
    let known = shards[picture.firstByte][picture]
    let number = known.map(Int.init) ?? count
    if known == nil {
      shards[picture.firstByte][picture] = UInt32(number)
      labels.append(0)
      marks.append([])
    } else {
      marks[number].insert(.isRepeated)
      hasRepeated = true
    }
    if let label { add(UInt32(truncatingIfNeeded: label), to: number) }
    return (number, known == nil)
  }

  /// The number of a picture that was noted.
  func number(of picture: PictureHash) -> Int? {
    shards[picture.firstByte][picture].map(Int.init)
  }

  /// Gives all pictures with their numbers, in no order.
  func forEach(_ body: (PictureHash, Int) -> Void) {
    for shard in shards {
      for (picture, number) in shard { body(picture, Int(number)) }
    }
  }

  /// Whether a picture has several records.
  func isRepeated(_ number: Int) -> Bool { marks[number].contains(.isRepeated) }

  /// Whether a picture, or what was joined to it, has records with more than one label.
  func hasConflict(_ number: Int) -> Bool { marks[number].contains(.hasConflict) }

  /// Counts the labels of `member` among those of `center`.
  mutating func join(_ member: Int, to center: Int) {
    if marks[member].contains(.isLabelled) { add(labels[member], to: center) }
    if marks[member].contains(.hasConflict) { marks[center].insert(.hasConflict) }
  }

  /// How many of the pictures that `isCounted` have records with more than one label.
  func conflicts(where isCounted: (Int) -> Bool) -> Int {
    marks.indices.count { marks[$0].contains(.hasConflict) && isCounted($0) }
  }

  private mutating func add(_ label: UInt32, to number: Int) {
    if !marks[number].contains(.isLabelled) {
      marks[number].insert(.isLabelled)
      labels[number] = label
    } else if labels[number] != label {
      marks[number].insert(.hasConflict)
    }
  }
}
