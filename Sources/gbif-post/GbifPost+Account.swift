import ByteStreams
import GBIF
import GBIFClient
import Invocation
import Transfers

/// What is done with downloads that were asked for before.
extension GbifPost {
  /// How many downloads are asked for at a time.
  private static var pageSize: Int { 100 }

  func runAccount(_ diagnostics: Diagnostics) throws {
    let credentials = try credentials.credentials(for: service.service, creator: nil)
    var client = try Client.open(service.settings)
    if account.list { return try list(credentials, &client, diagnostics) }
    for key in account.cancel.compactMap({ DownloadKey($0) }) {
      do {
        try cancel(key, credentials, &client, diagnostics)
      } catch let error as ServiceError where error.kind == .unknown {
        diagnostics.report(error)
      }
    }
  }

  private func cancel(
    _ key: DownloadKey, _ credentials: Credentials, _ client: inout Client,
    _ diagnostics: Diagnostics
  ) throws {
    var call = TransferRequest.call(service.service.request(of: key))
    call.method = "DELETE"
    call.credentials = credentials
    let question = Question(.cancel, about: "\(key)", first: interval?.duration)
    _ = try client.ask(call, question, diagnostics)
    diagnostics.say("\(key): cancelled, unless it had ended already")
  }

  /// Writes GBIF's records, each once: while pages are read, a new download may move all others.
  private func list(
    _ credentials: Credentials, _ client: inout Client, _ diagnostics: Diagnostics
  ) throws {
    var output = LineWriter.standardOutput()
    var known = Set<DownloadKey>()
    var offset = 0
    while true {
      let page = try page(from: offset, credentials, &client, diagnostics)
      for download in page.downloads where known.insert(download.key).inserted {
        output.append(download.json.span)
        try output.endLine()
      }
      try output.flush()
      if page.isLast { return try output.finish() }
      offset += page.downloads.count
    }
  }

  private func page(
    from offset: Int, _ credentials: Credentials, _ client: inout Client,
    _ diagnostics: Diagnostics
  ) throws -> DownloadPage {
    let service = service.service
    var call = TransferRequest.call(
      service.downloads(of: credentials.user, offset: offset, limit: Self.pageSize))
    call.credentials = credentials
    let subject = "the downloads of \(credentials.user)"
    let question = Question(.list, about: subject, first: interval?.duration)
    return try DownloadPage(answer: try client.ask(call, question, diagnostics))
  }
}
