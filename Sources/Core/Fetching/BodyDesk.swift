internal import ByteStreams
internal import Threads

/// The second thread's side of a `BodyWriter`: what it is given, what it gives back, and the
/// files between.
final class BodyDesk<Outcome: Sendable> {
  private static var longestSilence: Int { 16 }

  typealias Settle = BodyWriter<Outcome>.Settle
  typealias Body = BodyWriter<Outcome>.Body

  let messages = Mailbox<BodyWriter<Outcome>.Message>(capacity: 64)
  /// Readable when an outcome is there to be taken.
  var descriptor: Int32 { bell.descriptor }

  private let outcomes = Mailbox<(Int, Result<Outcome, StreamError>)>(capacity: .max)
  private let bell: Bell
  /// How many messages came since the bell rang, and whether an outcome did.
  private var silence = 0
  private var hasNews = false

  init() throws(StreamError) {
    guard let bell = Bell() else { throw .last(.inputOutput, "pipe") }
    self.bell = bell
  }

  /// What became of a body; `nil` when none was settled since.
  func takeOutcome() -> (body: Int, outcome: Result<Outcome, StreamError>)? {
    if let (body, outcome) = outcomes.takeIfAny() { return (body, outcome) }
    // The bell rings after outcomes were put into the box: what came after the look into it
    // and before this is heard the next time.
    bell.hear()
    guard let (body, outcome) = outcomes.takeIfAny() else { return nil }
    return (body, outcome)
  }

  /// Does what the messages say, until one says to stop.
  func work() {
    var files: [Int: Result<UnfinishedBody, StreamError>] = [:]
    while true {
      switch nextMessage() {
      case .bytes(let body, let bytes): append(bytes, to: &files[body.number], body)
      case .settle(let body, let bytes, let settle):
        tell(body.number, self.settle(&files[body.number], body, bytes, settle))
      case .discard(let body): files[body.number] = nil
      case .stop: return
      }
    }
  }

  /// Rings the bell when there is nothing else to do, or after so many messages: who hears it
  /// each time does little else.
  private func nextMessage() -> BodyWriter<Outcome>.Message {
    silence += 1
    if silence < Self.longestSilence, let message = messages.takeIfAny() { return message }
    ring()
    return messages.take()
  }

  private func ring() {
    silence = 0
    if !hasNews { return }
    hasNews = false
    bell.ring()
  }

  private func append(
    _ bytes: [UInt8], to file: inout Result<UnfinishedBody, StreamError>?, _ body: Body
  ) {
    do throws(StreamError) {
      try open(&file, body).append(bytes)
    } catch {
      file = .failure(error)
    }
  }

  private func open(
    _ file: inout Result<UnfinishedBody, StreamError>?, _ body: Body
  ) throws(StreamError) -> UnfinishedBody {
    if let file { return try file.get() }
    let new = try UnfinishedBody(body.unfinished)
    file = .success(new)
    return new
  }

  private func settle(
    _ file: inout Result<UnfinishedBody, StreamError>?, _ body: Body, _ bytes: [UInt8],
    _ settle: Settle
  ) -> Result<Outcome, StreamError> {
    do throws(StreamError) {
      return .success(try open(&file, body).settle(appending: bytes, settle))
    } catch {
      return .failure(error)
    }
  }

  private func tell(_ body: Int, _ outcome: Result<Outcome, StreamError>) {
    outcomes.put((body, outcome))
    hasNews = true
  }
}
