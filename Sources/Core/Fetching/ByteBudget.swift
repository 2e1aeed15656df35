/// What a host may still send in this hour and on this day.
///
/// A request in flight reserves as much as the largest of the last answers had, so that many of
/// them together do not go far beyond the budget.
struct ByteBudget {
  /// So many of the last answers are looked at: one that was uncommonly large is forgotten.
  private static let memory = 32
  /// What is reserved before anything is known.
  private static let guess = 4 << 20

  private var sums: [(sum: SlidingSum, most: Int)] = []
  private var sizes: [Int] = []
  private var next = 0
  private(set) var reserved = 0

  /// The budget of a host; `nil` where it has none.
  init?(_ limits: HostLimits) {
    if let most = limits.bytesPerHour {
      sums.append((SlidingSum(window: .seconds(3600), bucket: .seconds(60)), most))
    }
    if let most = limits.bytesPerDay {
      sums.append((SlidingSum(window: .seconds(86_400), bucket: .seconds(900)), most))
    }
    if sums.isEmpty { return nil }
  }

  /// What a request reserves: a sixteenth of the budget at most, so that the last part of it is
  /// of use too.
  private var expected: Int {
    min(sizes.max() ?? Self.guess, (sums.map(\.most).min() ?? 0) / 16)
  }

  /// Until when nothing may start, if nothing in flight ends before; `nil` where that is what
  /// has to be waited for.
  func nextStart(now: Duration) -> Duration? {
    var time = now
    for (sum, most) in sums {
      let left = most - expected
      let total = sum.total(now: now)
      if total <= left, total + reserved > left { return nil }
      time = max(time, sum.time(until: left, now: now))
    }
    return time
  }

  /// Takes the reservation of a request that starts.
  mutating func reserve() -> Int {
    let bytes = expected
    reserved += bytes
    return bytes
  }

  /// Gives back the reservation of a request that does not start after all.
  mutating func release(_ reserved: Int) { self.reserved -= reserved }

  /// Takes in what came instead of what was reserved.
  mutating func spend(_ bytes: Int, reserved: Int, now: Duration) {
    self.reserved -= reserved
    add(bytes, at: now)
    for index in sums.indices { sums[index].sum.forget(now: now) }
  }

  /// Takes in what came at some time.
  mutating func add(_ bytes: Int, at time: Duration) {
    for index in sums.indices { sums[index].sum.add(bytes, at: time) }
  }

  /// Remembers the size of a whole answer.
  mutating func learn(_ bytes: Int) {
    if sizes.count < Self.memory { return sizes.append(bytes) }
    sizes[next] = bytes
    next = (next + 1) % Self.memory
  }
}
