/// The way through all pages of a search: what to ask next, and what follows from each answer,
/// as a value without network and without a clock.
public struct SearchPaging: Sendable {
  /// What follows.
  public enum Verdict: Sendable {
    /// These are the next occurrences.
    case page(SearchPage)
    /// The same question after this wait; the reason is for people.
    case again(after: Duration, reason: String)
    /// There will be no more.
    case refused(ServiceError)
  }

  /// GBIF's search gives no occurrence after so many
  /// (gbif/occurrence, `EsSearchRequestBuilder.MAX_SIZE_OFFSET`).
  public static let ceiling = 100_000
  /// GBIF gives no more at once, and says nothing of it.
  static let largestPage = 300
  /// So many failures in a row are waited through: at first, and once GBIF has answered.
  private static let patience = (atFirst: 6, later: 12)

  /// How many occurrences were given.
  public private(set) var offset = 0
  /// How many GBIF says there are; `nil` until it has.
  public private(set) var count: Int?
  private let wanted: Int?
  private let schedule: WaitSchedule
  private var pageSize = largestPage
  private var isAtEnd = false
  private var failures = 0

  /// A way to the first `limit` occurrences, or to all.
  public init(limit: Int?, first: Duration?) {
    wanted = limit
    schedule = WaitSchedule.retrying.beginning(with: first)
  }

  /// What to ask for; `nil` at the end.
  public var next: (offset: Int, limit: Int)? {
    let rest = min(wanted ?? .max, Self.ceiling) - offset
    return isAtEnd || rest <= 0 ? nil : (offset, min(pageSize, rest))
  }

  /// Whether the search has more of what is wanted than it gives.
  public var isCut: Bool {
    min(wanted ?? .max, count ?? 0) > Self.ceiling
  }

  /// What follows from an answer.
  public mutating func verdict(_ answer: ServiceAnswer) -> Verdict {
    switch answer {
    case .none(let reason, _): return again(reason)
    case .http(let status, let body, let retryAfter):
      let words = ServiceAnswer.words(body, status: status)
      switch Call.search.meaning(of: status) {
      case .answer: return heard(body)
      case .later:
        return again(ServiceAnswer.trouble(body, status: status), retryAfter)
      case .busy:
        return again(ServiceAnswer.trouble(body, status: status), retryAfter, isBusy: true)
      case .badRequest: return .refused(ServiceError(.badRequest, "GBIF refuses it: \(words)"))
      case .notPermitted, .unknown, .erased, .otherFile, .refused:
        return .refused(ServiceError(.unavailable, "the service answers \(status): \(words)"))
      }
    }
  }

  /// What follows where an answer was too large to be taken: half as much is asked for.
  public mutating func verdictOfTooLarge() -> Verdict {
    guard pageSize > 1, let next else {
      return .refused(ServiceError(.unavailable, "the answer is too large, with one occurrence"))
    }
    pageSize = max(1, next.limit / 2)
    return .again(after: .zero, reason: "the answer is too large: \(pageSize) at once")
  }

  private mutating func heard(_ body: [UInt8]) -> Verdict {
    let page: SearchPage
    do throws(ServiceError) { page = try SearchPage(answer: body) } catch {
      return again(error.description)
    }
    failures = 0
    count = page.count
    offset += page.occurrences.count
    isAtEnd = page.isLast || page.occurrences.isEmpty
    return .page(page)
  }

  private mutating func again(
    _ reason: String, _ retryAfter: Duration? = nil, isBusy: Bool = false
  ) -> Verdict {
    failures += 1
    let isReached = count != nil
    guard failures < (isReached ? Self.patience.later : Self.patience.atFirst) else {
      let kind = isReached || isBusy ? ServiceError.Kind.temporary : .unavailable
      return .refused(ServiceError(kind, "tried \(failures) times: \(reason)"))
    }
    let wait = schedule.wait(afterTry: failures, seed: failures)
    return .again(after: max(wait, retryAfter ?? .zero), reason: reason)
  }
}
