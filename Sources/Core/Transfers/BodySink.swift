/// Takes the body of one answer as it arrives.
public protocol BodySink: AnyObject {
  /// Called before the first bytes; `false` ends the transfer.
  func begin(_ head: ResponseHead) -> Bool
  /// Called with each piece; `false` ends the transfer.
  func receive(_ bytes: borrowing Span<UInt8>) -> Bool
}

/// A sink that keeps a small body in memory, for answers that are read as text.
public final class TextSink: BodySink {
  /// The bytes so far, at most `limit`.
  public private(set) var bytes: [UInt8] = []
  private let limit: Int

  /// A sink that keeps at most `limit` bytes; what comes after them is passed over.
  public init(limit: Int = 1 << 20) { self.limit = limit }

  /// Takes any answer.
  public func begin(_ head: ResponseHead) -> Bool { true }

  /// Keeps the bytes while they fit.
  public func receive(_ piece: borrowing Span<UInt8>) -> Bool {
    let kept = piece.extracting(first: min(piece.count, limit - bytes.count))
    unsafe kept.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    return true
  }
}
