import Glibc

/// The time of day.
enum WallClock {
  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// The hour and the minute, here, after a time from now.
  ///
  /// The corresponding C function is `localtime_r`.
  static func text(after wait: Duration) -> String {
    var seconds = now + Int((wait / .seconds(1)).rounded(.up))
    var parts = unsafe tm()
    unsafe localtime_r(&seconds, &parts)
    return unsafe two(parts.tm_hour) + ":" + two(parts.tm_min)
  }

  private static func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
}
