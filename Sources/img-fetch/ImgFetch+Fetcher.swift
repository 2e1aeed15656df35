import ByteStreams
import Fetching
import Hosts
import Invocation
import Network
import Transfers

extension ImgFetch {
  /// A table of hosts is no larger.
  private static let longestTable = 16 << 20

  /// What hosts may be asked for.
  /// - Throws: where the user's table of hosts can't be read.
  func readManners() throws -> Manners {
    Manners(
      perHost: perHost, rate: rate, own: try readHosts(), shard: shard,
      isDividedByField: shardBy != nil)
  }

  /// The limits that a fetch obeys.
  func limits(_ manners: Manners) -> FetchLimits {
    var limits = FetchLimits()
    limits.inFlight = concurrency
    limits.longestRest = .seconds(86_400)
    limits.anyHost = manners.anyHost
    limits.knownHosts = { manners.limits(of: $0) }
    limits.attempts = retries + 1
    return limits
  }

  /// The fetcher that these options ask for.
  func makeFetcher(_ manners: Manners) throws(TransferError) -> Fetcher {
    var settings = network.settings
    settings.totalTimeout = timeout.wholeSeconds
    settings.connections = 2 * concurrency
    return Fetcher(limits(manners), try .open(settings))
  }

  /// The user's own table of hosts.
  /// - Throws: `Failure` with the line, or that the file can't be read.
  private func readHosts() throws -> HostTable {
    guard let hosts else { return HostTable() }
    let bytes = try Descriptor.input(hosts).readAll(limit: Self.longestTable)
    do throws(HostTableError) {
      return try HostTable(reading: String(decoding: bytes, as: UTF8.self), name: hosts)
    } catch {
      throw Failure(.usage, error.description)
    }
  }
}
