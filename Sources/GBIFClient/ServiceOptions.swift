public import ArgumentParser
public import GBIF
internal import Invocation
public import Network
public import Transfers

/// The options of every tool that asks GBIF's API.
public struct ServiceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The API's base, instead of GBIF's own (GBIF_API).", valueName: "url"))
  var api: String?

  /// The options of every tool that talks to the network.
  @OptionGroup public var network: NetworkOptions

  /// For the parser.
  public init() {}

  /// Refuses a base that is no URL.
  public func validate() throws {
    guard let base, HTTPURL(base) == nil else { return }
    // What stands before a `@` may be a password.
    guard !base.contains("@") else {
      throw ValidationError("the API's base has no place for a name or a password")
    }
    throw ValidationError("the API's base is no URL of http or https: '\(base)'")
  }

  private var base: String? { api ?? Environment["GBIF_API"] }

  /// The service to be asked.
  public var service: Service { base.map { Service($0) } ?? .standard }

  /// What holds for all transfers.
  ///
  /// A service that the user names himself may be anywhere, and may lead anywhere.
  public var settings: TransferSettings {
    var settings = network.settings
    if base != nil { settings.allowsPrivateAddresses = true }
    settings.stallTimeout = 60
    settings.totalTimeout = 0
    return settings
  }
}
