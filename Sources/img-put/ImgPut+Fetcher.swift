import Fetching
import Invocation
import Network
import Transfers

extension ImgPut {
  /// How many files are sent at once.
  ///
  /// An OpenSSH server refuses some of more than ten that log in at the same time (MaxStartups in
  /// sshd_config(5)).
  func concurrency(to destination: any Destination) -> Int {
    concurrency ?? (destination is ShellDestination ? 8 : 16)
  }

  /// What sends, tries again and waits.
  ///
  /// The user named the place himself: it may be at any address.
  func makeFetcher(_ destination: any Destination) throws(TransferError) -> Fetcher {
    var limits = FetchLimits()
    limits.inFlight = concurrency(to: destination)
    limits.anyHost = HostLimits(inFlight: limits.inFlight)
    limits.attempts = retries + 1
    var settings = connection.settings
    settings.totalTimeout = timeout.wholeSeconds
    settings.connections = limits.inFlight
    settings.allowsPrivateAddresses = true
    return Fetcher(limits, try .open(settings))
  }
}
