import ArgumentParser

/// Which of the records of one picture is kept.
enum KeepRule: String, ExpressibleByArgument, CaseIterable {
  /// The one with the most pixels, of these that with the best licence, then with the smallest key:
  /// the same in any order.
  case best
  /// The one that comes first; it is known at once, and another order gives another.
  case first
}

/// What is done with records that have no picture.
enum FailedRule: String, ExpressibleByArgument, CaseIterable {
  case keep, drop
}

/// What is done with pictures whose records have more than one label.
enum ConflictRule: String, ExpressibleByArgument, CaseIterable {
  /// One of them is kept as of any other.
  case keep
  /// None is kept.
  case drop
}
