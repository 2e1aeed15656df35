public import ByteStreams
internal import Threads

/// Writes, hashes and settles bodies on a second thread, so that the first has time for the
/// network.
///
/// `Outcome` is what its user makes of a whole body; it comes back with the body's number.
public final class BodyWriter<Outcome: Sendable> {
  /// Makes something of a whole body, on the second thread.
  public typealias Settle = (borrowing WholeBody) throws(StreamError) -> Outcome

  /// A body, and what its file is called until it is forgotten.
  struct Body: Sendable {
    let number: Int
    let unfinished: String
  }

  enum Message {
    case bytes(Body, [UInt8])
    /// With the last bytes.
    case settle(Body, [UInt8], Settle)
    case discard(Body)
    case stop
  }

  private let desk: BodyDesk<Outcome>
  private var worker: Worker?
  private var made = 0

  /// A writer without bodies.
  /// - Throws: `StreamError` where there are no descriptors left, `ThreadError` where no thread can
  ///   be started.
  public init() throws {
    let desk = try BodyDesk<Outcome>()
    self.desk = desk
    worker = try Worker { desk.work() }
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

  func put(_ message: Message, isSmall: Bool = false) {
    desk.messages.put(message, isSmall: isSmall)
  }

  /// A number for a new body.
  func makeNumber() -> Int {
    made += 1
    return made
  }
}
