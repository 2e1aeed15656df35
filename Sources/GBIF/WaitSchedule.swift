/// How long to wait between one try and the next, without a clock.
///
/// The wait grows, and is a little different for each that waits.
public struct WaitSchedule: Equatable, Sendable {
  /// The first wait.
  public var first: Duration
  /// What each wait is multiplied by for the next.
  public var factor: Double
  /// The longest wait.
  public var longest: Duration

  /// A schedule of these numbers.
  public init(first: Duration, factor: Double, longest: Duration) {
    self.first = first
    self.factor = factor
    self.longest = max(first, longest)
  }

  /// For asking how far a download is: 10 s, 15 s, 22.5 s… to 5 minutes.
  public static let polling = WaitSchedule(
    first: .seconds(10), factor: 1.5, longest: .seconds(300))

  /// For trying again what failed: 1 s, 2 s, 4 s… to 5 minutes.
  public static let retrying = WaitSchedule(
    first: .seconds(1), factor: 2, longest: .seconds(300))

  /// The same with another first wait, where one is wished.
  public func beginning(with first: Duration?) -> WaitSchedule {
    WaitSchedule(first: first ?? self.first, factor: factor, longest: longest)
  }

  /// The wait after the `count`th try, counted from 1, within a tenth of the schedule's: by
  /// `seed`, so that many that began together do not come back together.
  public func wait(afterTry count: Int, seed: Int) -> Duration {
    var wait = first
    for _ in 1..<max(1, min(count, 64)) where wait < longest { wait *= factor }
    var mixed = UInt64(truncatingIfNeeded: seed &* 31 &+ count) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return min(wait, longest) * (0.9 + Double(mixed % 1000) / 5000)
  }
}

extension Duration {
  /// The length multiplied by a fraction.
  static func *= (duration: inout Duration, factor: Double) { duration = duration * factor }
}
