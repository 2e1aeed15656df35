internal import ByteStreams
internal import Glibc
internal import Records

/// When a host may be asked next, shared by all processes that open the same file: so that
/// together they ask it no more often than one of them may.
///
/// Each host has eight bytes of the file, for the time of its next turn in nanoseconds of the
/// system's clock; a lock guards them for as long as they are read and written.
final class HostTurns {
  private static let cells: UInt64 = 1 << 20
  /// A turn that is further away, and not by the interval of the host, is the word of a clock
  /// that was wrong.
  private static let furthest: Int64 = 3_600_000_000_000

  private let file: OpenLocks

  /// Opens the file, which is made where it is missing.
  init(_ path: String) throws(StreamError) { file = try OpenLocks(path) }

  /// Takes the turn of a host, after which none may be had for so long; otherwise tells how long
  /// it takes until the next.
  ///
  /// Where the file system has no locks, each process is on its own.
  func take(_ host: String, every interval: Duration) -> Duration? {
    let place = Int(ByteText(host).sipHash % Self.cells) * 8
    // Somebody else is about to take it.
    guard file.lock(place, count: 8, F_WRLCK) else { return interval }
    defer { _ = file.lock(place, count: 8, F_UNLCK) }
    let now = Self.now
    let next = file.read(at: place)
    let length = Int64(interval / .nanoseconds(1))
    if next > now, next < now + max(Self.furthest, 2 * length) { return .nanoseconds(next - now) }
    file.write(now + length, at: place)
    return nil
  }

  /// The corresponding C function is `clock_gettime` with `CLOCK_REALTIME`.
  private static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
