import GBIF
import GBIFClient
import Invocation
import Transfers

extension GbifPost {
  private static var advice: String {
    "for one of your own add a condition that changes nothing, such as 'gbifID is not null'"
  }

  /// Says so where a key is of an earlier download that is not quite what is asked for.
  func compare(
    _ request: DownloadRequest, with key: DownloadKey, _ client: inout Client,
    _ diagnostics: Diagnostics
  ) {
    guard request.hasOverlookedProperties, Signals.interruption == nil else { return }
    let call = TransferRequest.call(service.service.status(of: .key(key)))
    let question = Question(.status, about: "\(key)", first: interval?.duration)
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
}
