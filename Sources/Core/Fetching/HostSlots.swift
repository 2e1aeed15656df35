internal import ByteStreams
internal import Glibc
internal import Records

/// Places for requests to a host, shared by all processes that open the same file: so that
/// together they have no more requests in flight than one of them may have.
///
/// A place is a locked byte of the file. The system frees those of a process that ends, however
/// it ends. Processes on other machines share them where the file system shares locks.
final class HostSlots {
  private static let most = 1 << 10

  private let file: OpenLocks
  private var held: [String: [Int]] = [:]

  /// Opens the file, which is made where it is missing and stays empty.
  init(_ path: String) throws(StreamError) { file = try OpenLocks(path) }

  /// Takes one of so many places of a host; `false` where all are taken, here or elsewhere.
  ///
  /// Where the file system has no locks, each process is on its own.
  func take(_ host: String, of count: Int) -> Bool {
    let own = held[host, default: []]
    for place in 0..<min(count, Self.most) where !own.contains(place) {
      if lock(place, of: host, F_WRLCK) {
        held[host, default: []].append(place)
        return true
      }
    }
    return false
  }

  /// Gives a place of a host back, if one is held.
  func release(_ host: String) {
    guard let place = held[host]?.popLast() else { return }
    if held[host]?.isEmpty == true { held[host] = nil }
    _ = lock(place, of: host, F_UNLCK)
  }

  private func lock(_ place: Int, of host: String, _ kind: Int32) -> Bool {
    file.lock(Int(ByteText(host).sipHash >> 16) * Self.most + place, kind)
  }
}
