public import Fetching
public import Transfers

/// Keeps the text of an answer, also of one that is no success: GBIF says there why.
public final class AnswerBody: FetchBody {
  /// Answers to our calls are a few kilobytes, but for those to requests of 100,000 values.
  private static let limit = 1 << 24

  /// Why the body was not taken.
  public let refusal: FetchFailure? = nil
  private var text = TextSink(limit: limit)

  /// A body without bytes yet.
  public init() {}

  /// The bytes that came.
  public var bytes: [UInt8] { text.bytes }

  /// Every answer is wanted.
  public func wants(_ head: ResponseHead) -> Bool { true }

  /// Forgets what came so far.
  public func restart() { text = TextSink(limit: Self.limit) }

  /// Takes any answer.
  public func begin(_ head: ResponseHead) -> Bool { text.begin(head) }

  /// Keeps the bytes.
  public func receive(_ bytes: borrowing Span<UInt8>) -> Bool { text.receive(bytes) }
}
