/// The wait for one download: what follows from each answer to the status call, as a value
/// without network and without a clock.
public struct Watch: Sendable {
  /// What follows.
  public enum Verdict: Sendable {
    /// Ask again after this wait; the news, if there are any, are for people.
    case again(after: Duration, news: String?)
    /// Nothing more will happen to it.
    case ended(DownloadStatus)
    /// Nothing is known of it, and nothing will be.
    case refused(ServiceError)
  }

  /// After so many failures in a row there is no hope any more that the service can be reached,
  /// where it never was, or that it knows the download.
  private static let patience = 6

  /// Which download.
  public let reference: DownloadReference
  /// How far it was when GBIF last told.
  public private(set) var state: DownloadState?
  /// How many records GBIF expects, when it last told.
  public private(set) var totalRecords: Int?
  private let schedule: WaitSchedule
  private let seed: Int
  private var polls = 0
  private var isReached = false
  private var failures = 0
  private var lastNews: String?

  /// A watch over a download; `seed` makes its waits differ from those of others.
  public init(_ reference: DownloadReference, _ schedule: WaitSchedule, seed: Int) {
    self.reference = reference
    self.schedule = schedule
    self.seed = seed
  }

  /// What follows from an answer.
  public mutating func verdict(_ answer: ServiceAnswer) -> Verdict {
    polls += 1
    switch answer {
    case .none(let reason, _):
      return isReached ? again(reason) : despair(.unavailable, reason)
    case .http(let status, let body, let retryAfter):
      isReached = true
      let words = ServiceAnswer.words(body, status: status)
      switch Call.status.meaning(of: status) {
      case .answer: return heard(body)
      case .later: return again(ServiceAnswer.trouble(body, status: status), retryAfter)
      case .unknown: return despair(.unknown, words)
      case .busy, .badRequest, .notPermitted, .erased, .otherFile, .refused:
        return .refused(ServiceError(.unavailable, "\(reference): status \(status): \(words)"))
      }
    }
  }

  private mutating func heard(_ body: [UInt8]) -> Verdict {
    let status: DownloadStatus
    do throws(ServiceError) {
      status = try DownloadStatus(answer: body)
    } catch {
      return despair(error.kind, error.description)
    }
    if case .key(let key) = reference, key != status.key {
      return despair(.unavailable, "GBIF's answer is of another download, \(status.key)")
    }
    failures = 0
    if status.state.isFinal { return .ended(status) }
    state = status.state
    totalRecords = status.totalRecords
    return again("\(status.state)")
  }

  /// News are told once.
  private mutating func again(_ news: String, _ retryAfter: Duration? = nil) -> Verdict {
    defer { lastNews = news }
    let wait = max(schedule.wait(afterTry: polls, seed: seed), retryAfter ?? .zero)
    return .again(after: wait, news: news == lastNews ? nil : news)
  }

  private mutating func despair(_ kind: ServiceError.Kind, _ reason: String) -> Verdict {
    failures += 1
    if failures < Self.patience { return again(reason) }
    return .refused(ServiceError(kind, "\(reference): \(reason)"))
  }
}
