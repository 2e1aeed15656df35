import Fetching
import GBIF
import GBIFClient
import Invocation
import Transfers

/// Posts a request until GBIF takes it or says that it will not.
struct Poster: ~Copyable {
  private var client: Client
  private let service: Service
  private let account: Credentials
  private let options: GbifPost
  private let diagnostics: Diagnostics

  init(_ options: GbifPost, _ account: Credentials, _ diagnostics: Diagnostics) throws {
    client = try Client.open(options.service.settings)
    service = options.service.service
    self.account = account
    self.options = options
    self.diagnostics = diagnostics
  }

  /// Posts the request and gives it back with its key.
  /// - Throws: `ServiceError` where it is not taken.
  mutating func post(_ request: DownloadRequest) throws -> PostedRequest {
    var posting = Posting(
      request, first: options.interval?.duration, waitsForTurn: options.waitTurn)
    while true {
      let (answer, date) = try client.call(call(request))
      switch posting.verdict(answer) {
      case .key(let key):
        return PostedRequest(key: key, service: service, request, date: date)
      case .refused(let error): throw error
      case .again(let wait, let reason):
        diagnostics.say("\(reason): again in \(TimeSpan(wait).rounded)")
        try client.pause(wait)
        if Signals.interruption != nil {
          throw Failure(.unavailable, "interrupted before GBIF took the request")
        }
      }
    }
  }

  /// Says so where GBIF has given the key of an earlier download that is not quite the same.
  mutating func compare(_ request: DownloadRequest, with key: DownloadKey) {
    guard request.hasOverlookedProperties, Signals.interruption == nil else { return }
    let call = TransferRequest.call(service.status(of: .key(key)))
    let question = Question(.status, about: "\(key)", first: options.interval?.duration)
    do {
      let record = try client.ask(call, question, diagnostics)
      guard let reused = ReusedDownload(request, record: record) else { return }
      let differences = reused.differences.joined(separator: ", ")
      diagnostics.report(
        .someFailed, "\(key): GBIF gives you an earlier download: \(differences); \(Self.advice)")
    } catch {
      diagnostics.say("not known whether it is as asked for: \(error)")
    }
  }

  private static let advice =
    "for one of your own add a condition that changes nothing, such as 'gbifID is not null'"

  private func call(_ request: DownloadRequest) -> TransferRequest {
    var call = TransferRequest.call(service.requests)
    call.method = "POST"
    // Without `Expect` libcurl does not ask first whether a large body is welcome.
    call.headers += ["Content-Type: application/json", "Expect:"]
    call.body = request.json
    call.credentials = account
    return call
  }
}
