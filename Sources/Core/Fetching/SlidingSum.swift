/// Bytes of the last hour or day, counted in coarse buckets.
///
/// A bucket counts whole until its last moment is older than the window: the sum is never less
/// than what came in the window.
struct SlidingSum {
  private let window: Duration
  private let bucket: Duration
  /// In the order of their times.
  private var parts: [(number: Int, bytes: Int)] = []

  init(window: Duration, bucket: Duration) {
    self.window = window
    self.bucket = bucket
  }

  /// Adds bytes that came at a time, which may be before the start of the run.
  mutating func add(_ bytes: Int, at time: Duration) {
    let number = Int((time / bucket).rounded(.down))
    let place = parts.firstIndex { $0.number >= number } ?? parts.count
    if place < parts.count, parts[place].number == number {
      parts[place].bytes += bytes
    } else {
      parts.insert((number, bytes), at: place)
    }
  }

  /// Forgets what is older than the window.
  mutating func forget(now: Duration) {
    parts.removeFirst(parts.prefix { end(of: $0.number) <= now }.count)
  }

  func total(now: Duration) -> Int {
    parts.reduce(0) { end(of: $1.number) > now ? $0 + $1.bytes : $0 }
  }

  /// From when on the sum is no more than `most`, if nothing is added.
  func time(until most: Int, now: Duration) -> Duration {
    var left = total(now: now)
    var time = now
    for part in parts where left > most && end(of: part.number) > now {
      left -= part.bytes
      time = end(of: part.number)
    }
    return time
  }

  /// When a bucket counts no more.
  private func end(of number: Int) -> Duration { bucket * (number + 1) + window }
}
