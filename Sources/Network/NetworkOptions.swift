public import ArgumentParser
public import Transfers

/// The options of every tool that reaches what data names.
public struct NetworkOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions

  @Flag(help: "Reach addresses too that are not public.")
  var allowPrivate = false

  /// For the parser.
  public init() {}

  /// What these options say to all transfers.
  public var settings: TransferSettings {
    var settings = connection.settings
    settings.allowsPrivateAddresses = allowPrivate
    return settings
  }
}
