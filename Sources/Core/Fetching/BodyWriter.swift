public import ByteStreams
internal import Glibc

/// Writes, hashes and settles bodies on a second thread, so that the first has time for the
/// network.
///
/// `Outcome` is what its user makes of a whole body; it comes back with the body's number.
public final class BodyWriter<Outcome: Sendable> {
  /// Makes something of a whole body, on the second thread.
  public typealias Settle = (borrowing WholeBody) throws(StreamError) -> Outcome

  enum Message {
    case bytes(body: Int, [UInt8])
    /// With the last bytes.
    case settle(body: Int, [UInt8], Settle)
    case discard(body: Int)
    case stop
  }

  private let desk: BodyDesk<Outcome>
  private var worker: Worker?
  private var made = 0

  /// A writer whose unfinished files have names that begin with `prefix`.
  public init(unfinishedPrefix prefix: String) throws(StreamError) {
    desk = try BodyDesk(prefix: prefix)
  }

  // What is under way on the second thread must not outlive the process's end.
  deinit { finish() }

  /// Readable when an outcome is there to be taken.
  public var descriptor: Int32 { desk.descriptor }

  /// What became of a body; `nil` when none was settled since.
  public func next() -> (body: Int, outcome: Result<Outcome, StreamError>)? {
    desk.takeOutcome()
  }

  /// Ends the second thread when it has done all that it was given.
  public func finish() {
    guard let worker else { return }
    desk.messages.put(.stop)
    worker.join()
    self.worker = nil
  }

  func put(_ message: Message) {
    if worker == nil { worker = Worker { [desk] in desk.work() } }
    desk.messages.put(message)
  }

  /// A number for a new body.
  func makeNumber() -> Int {
    made += 1
    return made
  }
}
