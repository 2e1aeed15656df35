public import Transfers

/// Keeps the text of an answer, also of one that is no success: services say there why.
public final class AnswerBody: FetchBody {
  /// Answers to most calls are a few kilobytes, but for those to requests of GBIF for 100,000
  /// values.
  public static let usualLimit = 1 << 24

  /// Why the body was not taken.
  public let refusal: FetchFailure? = nil
  private let limit: Int
  private var text: TextSink

  /// A body without bytes yet, of which at most `limit` are kept.
  public init(limit: Int = usualLimit) {
    self.limit = limit
    text = TextSink(limit: limit)
  }

  /// The bytes that came.
  public var bytes: [UInt8] { text.bytes }

  /// Every answer is wanted.
  public func wants(_ head: ResponseHead) -> Bool { true }

  /// Forgets what came so far.
  public func restart() { text = TextSink(limit: limit) }

  /// Takes any answer.
  public func begin(_ head: ResponseHead) -> Bool { text.begin(head) }

  /// Keeps the bytes.
  public func receive(_ bytes: borrowing Span<UInt8>) -> Bool { text.receive(bytes) }
}
