public import Transfers

/// Gathers a body in large pieces for a `BodyWriter`.
public final class FileBody<Outcome: Sendable>: FetchBody {
  private static var pieceSize: Int { 1 << 18 }

  /// Its number at the writer.
  public var number: Int { body.number }
  /// Why the body was not taken.
  public private(set) var refusal: FetchFailure?

  private let body: BodyWriter<Outcome>.Body
  private let writer: BodyWriter<Outcome>
  private let judge: (ResponseHead) -> FetchFailure?
  private var piece: [UInt8] = []
  private var isSent = false

  /// A body for `writer`, in a file whose name begins with `unfinished` until `restart`; `judge`
  /// may refuse it by the head of its answer.
  public init(
    for writer: BodyWriter<Outcome>, unfinished: String,
    judge: @escaping (ResponseHead) -> FetchFailure?
  ) {
    self.writer = writer
    self.judge = judge
    let number = writer.makeNumber()
    body = .init(number: number, unfinished: "\(unfinished)\(number)")
  }

  /// Forgets what came so far.
  public func restart() {
    if isSent { writer.put(.discard(body), isSmall: true) }
    (piece, isSent, refusal) = ([], false, nil)
  }

  /// Takes the body unless the judge refuses it.
  public func begin(_ head: ResponseHead) -> Bool {
    refusal = judge(head)
    let length = head["Content-Length"].flatMap { Int($0) } ?? 0
    piece.reserveCapacity(min(length, Self.pieceSize))
    return refusal == nil
  }

  /// Takes the next bytes.
  public func receive(_ bytes: borrowing Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe piece.append(contentsOf: $0) }
    if piece.count >= Self.pieceSize { writer.put(.bytes(body, takePiece())) }
    return true
  }

  /// Says that the body is whole and what is to be made of it; the writer tells the outcome.
  ///
  /// The unfinished name stays until `restart`: a file that has another name besides was given
  /// it, even if nobody lived to tell.
  public func settle(_ settle: @escaping BodyWriter<Outcome>.Settle) {
    writer.put(.settle(body, takePiece(), settle))
  }

  private func takePiece() -> [UInt8] {
    defer { (piece, isSent) = ([], true) }
    return piece
  }
}
