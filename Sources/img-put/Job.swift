import Fetching
import Invocation

/// A file on its way, and the records that wait for it.
final class Job {
  let name: ObjectName
  /// What tells it apart from all others, wherever they are sent.
  let key: String
  let path: String
  /// The file, when it is open.
  var file: LocalFile?
  let answer = AnswerBody(limit: 1 << 16)
  /// Whether it was sent, and its size is asked for.
  var isSent = false
  var attempts = 0
  private(set) var waiting: [(arrival: Arrival, recorded: Recorded)] = []

  init(_ name: ObjectName, key: String, path: String) {
    self.name = name
    self.key = key
    self.path = path
  }

  func wait(_ arrival: Arrival, _ recorded: Recorded) { waiting.append((arrival, recorded)) }

  /// Takes out those that mean another file than the one with this SHA-256.
  func takeOthers(than sha256: String) -> [Arrival] {
    let others = waiting.filter { !$0.recorded.fits(sha256) }.map(\.arrival)
    if !others.isEmpty { waiting.removeAll { !$0.recorded.fits(sha256) } }
    return others
  }
}
