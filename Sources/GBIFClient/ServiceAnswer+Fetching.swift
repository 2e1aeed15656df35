public import Fetching
public import GBIF
public import Transfers

extension ServiceAnswer {
  /// What a call came to, from how its fetching ended.
  public init(_ result: FetchResult, _ body: AnswerBody) {
    if let head = result.head, result.failure == nil || result.failure?.isOfStatus == true {
      self = .http(status: head.status, body: body.bytes, retryAfter: head.wishedWait)
    } else {
      let failure = result.failure
      let reason = failure?.message ?? failure?.error ?? "no answer"
      self = .none(reason: reason, wasSent: failure?.mayHaveArrived ?? true)
    }
  }
}

extension ResponseHead {
  /// How long the service wishes to be left alone: an hour at most, so that no slip of its
  /// clock makes a wait without end.
  public var wishedWait: Duration? { retryAfter.map { .seconds(min($0, 3600)) } }
}

extension FetchFailure {
  /// Whether a whole answer came, of another status than was hoped for.
  fileprivate var isOfStatus: Bool { http.map { error == "http_\($0)" } ?? false }

  /// Whether the request may have reached the service.
  fileprivate var mayHaveArrived: Bool {
    !["dns", "connect", "timeout_connect", "tls", "bad_url", "refused_address"].contains(error)
  }
}

extension FetchLimits {
  /// One try a job: when to try again is for those to say who know what an answer means.
  public static var service: FetchLimits {
    var limits = FetchLimits()
    limits.attempts = 1
    limits.anyHost.inFlight = 4
    limits.failuresUntilParked = .max
    limits.refusalsUntilParked = .max
    return limits
  }
}

extension TransferRequest {
  /// A call of the API, which is answered in two minutes or not at all.
  public static func call(_ url: String) -> TransferRequest {
    var request = TransferRequest(url: url)
    request.headers = ["Accept: application/json, text/plain;q=0.9, */*;q=0.1"]
    request.totalTimeout = 120
    return request
  }
}
