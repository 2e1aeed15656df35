import Fetching
import GBIF
import GBIFClient
import Transfers

/// The questions how far downloads are: one at a time, so that one connection is enough.
struct Polls {
  private struct Call {
    let job: Int
    let body: AnswerBody
    var watch: Watch
  }

  private let service: Service
  private let schedule: WaitSchedule
  private var waiting: [(watch: Watch, time: Duration)] = []
  private var call: Call?
  private var count = 0

  init(_ service: Service, first: Duration?) {
    self.service = service
    schedule = WaitSchedule.polling.beginning(with: first)
  }

  /// Takes up one more, to be asked for at once.
  mutating func add(_ reference: DownloadReference) {
    waiting.append((Watch(reference, schedule, seed: count), .zero))
    count += 1
  }

  /// Whether all are known to have ended.
  var isEmpty: Bool { waiting.isEmpty && call == nil }

  /// Those that have not ended.
  var watches: [Watch] { waiting.map(\.watch) + (call.map { [$0.watch] } ?? []) }

  /// When the next question is due; while one is under way, none is.
  var nextTime: Duration? { call == nil ? waiting.map(\.time).min() : nil }

  /// Asks the question that has been due for longest.
  mutating func start(_ fetcher: inout Fetcher, now: Duration) {
    guard call == nil, let index = waiting.indices.min(by: { waiting[$0].time < waiting[$1].time }),
      waiting[index].time <= now
    else { return }
    let watch = waiting.remove(at: index).watch
    let body = AnswerBody()
    let request = TransferRequest.call(service.status(of: watch.reference))
    call = Call(job: fetcher.add(FetchJob(request, into: body)), body: body, watch: watch)
  }

  /// Takes an answer; `nil` where it is not one of ours.
  mutating func settle(
    _ result: FetchResult, now: Duration
  ) -> (watch: Watch, verdict: Watch.Verdict)? {
    guard var call, call.job == result.job else { return nil }
    self.call = nil
    let verdict = call.watch.verdict(ServiceAnswer(result, call.body))
    if case .again(let wait, _) = verdict { waiting.append((call.watch, now + wait)) }
    return (call.watch, verdict)
  }
}
