/// What follows from each answer to a POST, as a value without network and without a clock.
public struct Posting: Sendable {
  /// What follows.
  public enum Verdict: Equatable, Sendable {
    /// The download has this key.
    case key(DownloadKey)
    /// The same POST after this wait; the reason is for people.
    case again(after: Duration, reason: String)
    /// It will not be taken.
    case refused(ServiceError)
  }

  /// How often a POST is tried when GBIF has a bad moment.
  private static let tries = 5

  private let isRepeatable: Bool
  private let waitsForTurn: Bool
  private let schedule: WaitSchedule
  private let turns: WaitSchedule
  private var failures = 0
  private var refusals = 0

  /// The posting of one request, with `first` as the first wait; `waitsForTurn` says whether to
  /// wait until this user may have one more download.
  ///
  /// GBIF gives the same key for the same predicate, but runs the same SQL twice, so that this
  /// is posted again only when it surely was not taken: of a 503 nobody knows who gave it.
  public init(_ request: DownloadRequest, first: Duration?, waitsForTurn: Bool) {
    isRepeatable = !request.isSQL
    self.waitsForTurn = waitsForTurn
    schedule = WaitSchedule.retrying.beginning(with: first)
    turns = WaitSchedule.polling.beginning(with: first ?? .seconds(30))
  }

  /// What follows from an answer.
  public mutating func verdict(_ answer: ServiceAnswer) -> Verdict {
    switch answer {
    case .none(let reason, let wasSent):
      return isRepeatable || !wasSent ? again(reason) : .refused(Self.lost(reason))
    case .http(let status, let body, let retryAfter):
      let words = ServiceAnswer.words(body, status: status)
      switch Call.post.meaning(of: status) {
      case .answer: return Self.key(body)
      case .later:
        let trouble = ServiceAnswer.trouble(body, status: status)
        return isRepeatable ? again(trouble, retryAfter) : .refused(Self.lost(trouble))
      case .busy: return busy(words, retryAfter)
      case .badRequest: return .refused(ServiceError(.badRequest, "GBIF refuses it: \(words)"))
      case .notPermitted: return .refused(.denied(words, status: status))
      case .unknown, .erased, .otherFile, .refused:
        return .refused(ServiceError(.unavailable, "the service answers \(status): \(words)"))
      }
    }
  }

  private static let advice =
    "it may have been taken, so see your downloads (--list) before posting again"

  private static func key(_ body: [UInt8]) -> Verdict {
    if let key = DownloadKey(answer: body) { return .key(key) }
    let words = ServiceAnswer.words(body, status: 201)
    return .refused(
      ServiceError(.unavailable, "the service answers with no key: \(words); \(advice)"))
  }

  private static func lost(_ reason: String) -> ServiceError {
    ServiceError(.unavailable, "no answer to the SQL request: \(reason); \(advice)")
  }

  private mutating func again(_ reason: String, _ retryAfter: Duration? = nil) -> Verdict {
    failures += 1
    guard failures < Self.tries else {
      return .refused(ServiceError(.unavailable, "tried \(failures) times: \(reason)"))
    }
    return .again(
      after: retryAfter ?? schedule.wait(afterTry: failures, seed: failures), reason: reason)
  }

  private mutating func busy(_ words: String, _ retryAfter: Duration?) -> Verdict {
    guard waitsForTurn else {
      let advice = "wait until one has finished and post again, or let --wait-turn do it"
      return .refused(
        ServiceError(.temporary, "GBIF has enough of you for now: \(words); \(advice)"))
    }
    // GBIF has answered: what failed before is none of five in a row.
    failures = 0
    refusals += 1
    return .again(
      after: retryAfter ?? turns.wait(afterTry: refusals, seed: refusals), reason: words)
  }
}
