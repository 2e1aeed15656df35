import Fetching
import Invocation
import Network
import Transfers

extension ImgFetch {
  /// The fetcher that these options ask for.
  func makeFetcher() throws(TransferError) -> Fetcher {
    var limits = FetchLimits()
    limits.inFlight = concurrency
    limits.anyHost.inFlight = perHost
    limits.anyHost.perSecond = rate
    limits.attempts = retries + 1
    var settings = network.settings
    settings.totalTimeout = timeout.wholeSeconds
    settings.connections = 2 * concurrency
    return Fetcher(limits, try .open(settings))
  }
}
