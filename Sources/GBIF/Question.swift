/// What follows from each answer to a call that may be repeated without harm, as a value
/// without network and without a clock: a GET or a DELETE.
public struct Question: Sendable {
  /// What follows.
  public enum Verdict: Equatable, Sendable {
    /// This is what was asked for.
    case answer([UInt8])
    /// The same call after this wait; the reason is for people.
    case again(after: Duration, reason: String)
    /// There will be no answer.
    case refused(ServiceError)
  }

  /// How often in all it is asked when GBIF has a bad moment.
  private static let tries = 5

  private let call: Call
  private let subject: String
  private let schedule: WaitSchedule
  private var failures = 0

  /// A call about `subject`, which messages name, with `first` as the first wait.
  public init(_ call: Call, about subject: String, first: Duration?) {
    self.call = call
    self.subject = subject
    schedule = WaitSchedule.retrying.beginning(with: first)
  }

  /// What follows from an answer.
  public mutating func verdict(_ answer: ServiceAnswer) -> Verdict {
    switch answer {
    case .none(let reason, _): return again(.unavailable, reason)
    case .http(let status, let body, let retryAfter):
      let words = ServiceAnswer.words(body, status: status)
      switch call.meaning(of: status) {
      case .answer: return .answer(body)
      case .later:
        return again(.unavailable, ServiceAnswer.trouble(body, status: status), retryAfter)
      case .busy: return again(.temporary, words, retryAfter)
      // A download that was just asked for is not known everywhere at once.
      case .unknown where call == .status: return again(.unknown, words)
      case .unknown: return refused(.unknown, words)
      case .badRequest: return refused(.badRequest, "GBIF refuses it: \(words)")
      case .notPermitted: return .refused(.denied(words, status: status))
      case .erased, .otherFile, .refused:
        return refused(.unavailable, "the service answers \(status): \(words)")
      }
    }
  }

  private func refused(_ kind: ServiceError.Kind, _ reason: String) -> Verdict {
    .refused(ServiceError(kind, "\(subject): \(reason)"))
  }

  private mutating func again(
    _ kind: ServiceError.Kind, _ reason: String, _ retryAfter: Duration? = nil
  ) -> Verdict {
    failures += 1
    guard failures < Self.tries else { return refused(kind, "asked \(failures) times: \(reason)") }
    let wait = retryAfter ?? schedule.wait(afterTry: failures, seed: failures)
    return .again(after: wait, reason: "\(subject): \(reason)")
  }
}
