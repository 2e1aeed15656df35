public import ArgumentParser
internal import Invocation
public import Transfers

/// How hosts are reached.
public struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Connect to HOST2:PORT2 instead of HOST1:PORT1.", valueName: "host1:port1:host2:port2"))
  var connectTo: [ConnectionRule] = []

  @Option(help: ArgumentHelp("Trust the certificates in FILE.", valueName: "file"))
  var cacert: String?

  @Option(
    help: ArgumentHelp("Tell hosts how to reach you, an address or URL.", valueName: "text"))
  var contact: UserAgent.Contact?

  /// For the parser.
  public init() {}

  /// What these options say to all transfers.
  public var settings: TransferSettings {
    var settings = TransferSettings(userAgent: UserAgent.text(contact: contact))
    settings.connectTo = connectTo.map(\.text)
    settings.certificates = certificates
    return settings
  }

  /// The variables are those that curl's own tool takes (https://curl.se/docs/sslcerts.html).
  private var certificates: String? {
    cacert ?? Environment["CURL_CA_BUNDLE"] ?? Environment["SSL_CERT_FILE"]
  }
}
