internal import Transfers

/// Lets a body through to its taker when that wants it; passes over all others.
final class Answer: BodySink {
  /// More of an unwanted body than this is not waited for, at the price of the connection.
  private static let patience = 1 << 18

  private let body: any FetchBody
  private var isWanted = false
  private var unwanted = 0

  init(_ body: any FetchBody) { self.body = body }

  func begin(_ head: ResponseHead) -> Bool {
    isWanted = body.wants(head)
    return !isWanted || body.begin(head)
  }

  func receive(_ bytes: borrowing Span<UInt8>) -> Bool {
    if isWanted { return body.receive(bytes) }
    unwanted += bytes.count
    return unwanted <= Self.patience
  }
}
