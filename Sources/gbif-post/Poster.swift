import Fetching
import GBIF
import GBIFClient
import Invocation
import Transfers

/// Posts a request until GBIF takes it or says that it will not.
struct Poster: ~Copyable {
  /// The way to GBIF, for what is to be asked afterwards.
  var client: Client
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
