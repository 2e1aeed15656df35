/// How many records of a group are kept, by how many there are of it.
struct Quota {
  /// A group with fewer is dropped.
  var minimum = 1
  /// Of a group no more are kept.
  var limit = Int.max

  /// How many are kept of so many.
  func kept(of count: Int) -> Int { count < minimum ? 0 : min(count, limit) }

  /// How many of so many are dropped because the group is too small.
  func droppedBySize(of count: Int) -> Int { count < minimum ? count : 0 }

  /// How many of so many are dropped because they are too many.
  func droppedByLimit(of count: Int) -> Int { count < minimum ? 0 : max(0, count - limit) }
}
