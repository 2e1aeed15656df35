/// What became of the requests to a host.
struct HostTally {
  /// Those that have not ended.
  var pending = 0
  var done = 0
  var failed = 0
  /// The bytes of all bodies, whole or not.
  var bytes = 0
  /// When the first one started.
  var first: Duration?

  /// A request ended for good.
  mutating func settle(isDone: Bool) {
    pending -= 1
    if isDone { done += 1 } else { failed += 1 }
  }
}
