public import Fetching
public import GBIF
internal import Invocation
public import Transfers

/// Makes one call of GBIF's API after the other.
public struct Client: ~Copyable {
  private var fetcher: Fetcher

  /// A client with these settings.
  public static func open(_ settings: TransferSettings) throws(TransferError) -> Client {
    Client(fetcher: Fetcher(.service, try Transfers.open(settings)))
  }

  private init(fetcher: consuming Fetcher) { self.fetcher = fetcher }

  /// Makes a call and waits for its end; gives the answer and when it was given, in the words
  /// of the service's clock; of its body there are at most `limit` bytes.
  public mutating func call(
    _ request: TransferRequest, limit: Int = AnswerBody.usualLimit
  ) throws(TransferError) -> (answer: ServiceAnswer, date: String?) {
    let body = AnswerBody(limit: limit)
    _ = fetcher.add(FetchJob(request, into: body))
    while true {
      try fetcher.turn(milliseconds: 500)
      if let result = fetcher.next() {
        return (ServiceAnswer(result, body), result.head?["Date"])
      }
    }
  }

  /// Waits so long, or until an INT or TERM arrives.
  public mutating func pause(_ duration: Duration) throws(TransferError) {
    let end = ContinuousClock.now + duration
    while Signals.interruption == nil, .now < end {
      let rest = (end - .now) / .milliseconds(1)
      try fetcher.turn(milliseconds: max(1, min(500, Int(rest))))
    }
  }
}
